# The two commands are `make run` and `make test`; the others are parts of them, or for those who build.
# `make run ARGS="breathe coherent"` hands words on to the program.

python := .venv/bin/python
# Tests bring their own screen, sound and home; nothing of the person's own is theirs to use.
pytest := env -u DISPLAY -u WAYLAND_DISPLAY -u KINDTIMER_HOME QT_QPA_PLATFORM=offscreen $(python) -m pytest
heading = @printf '\n── %s ──\n'

.NOTPARALLEL:
.PHONY: run test rules unit desktop promises tour bench clean ready ready-for-tests

run: ready
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "KindTimer: there is no display here, so it walks through itself in a virtual one (make tour)."; \
		$(MAKE) --no-print-directory tour; \
	else \
		exec .venv/bin/kindtimer $(ARGS); \
	fi

test: rules unit desktop promises

rules: ready-for-tests
	$(heading) "rules"
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy
	@.venv/bin/lint-imports
	@$(pytest) tests/test_rules.py tests/test_words.py

unit: ready-for-tests
	$(heading) "unit and window"
	@$(pytest) tests -n auto --dist loadfile --ignore=tests/desktop --ignore=tests/test_promises.py \
		--ignore=tests/test_rules.py --ignore=tests/test_words.py

desktop: ready-for-tests
	$(heading) "desktop"
	@$(pytest) tests/desktop -n 2 --dist loadfile

promises: ready-for-tests
	$(heading) "promises"
	@$(pytest) tests/test_promises.py

tour: ready-for-tests
	@$(python) -m tests.tour

bench: ready-for-tests
	@$(python) -m tests.bench $(ARGS)

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready:
	@.ci/prepare run

ready-for-tests:
	@.ci/prepare test
