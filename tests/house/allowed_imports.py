"""A contract type for import-linter: these modules may import these names, and nothing else.

The contract types that import-linter brings name what is *forbidden*; a room of this house is described by
what it *may* use, so that a new dependency has to be asked for. Indirect imports need no separate look: every
module stands under such a contract (``test_contracts.py`` checks that), so a chain breaks one somewhere.

In ``pyproject.toml``::

    [[tool.importlinter.contracts]]
    name = "Presenters know their services, not Qt and not other screens"
    type = "allowed"
    modules = ["inaproc_desktop.views.**.presenter"]
    allowed = ["inaproc_core", "inaproc_desktop.services", "{folder}"]
    denied = ["{folder}.view"]
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator

from grimp import DetailedImport, ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ANYTHING = "*"
"""In ``allowed``: no list is kept here, only ``denied`` counts."""


class AllowedImports(Contract):
    """Modules and what they may import. The standard library is always allowed unless denied by name.

    Attributes:
        modules: Module names or expressions (``*`` one step, ``**`` any number), each with all below it.
        except_modules: Of those, the ones that another contract describes.
        allowed: Names that may be imported, each with all below it, down to a part of an outside package
            (``PySide6.QtCore``). ``{folder}`` is the folder of the importing module.
        denied: Names that may not be, although ``allowed`` or the standard library holds them.
    """

    type_name = "allowed"

    # import-linter replaces each field on the instance by what it parsed; its types don't say so.
    modules: list[str] = fields.ListField(subfield=fields.StringField())  # type: ignore[assignment]
    except_modules: list[str] = fields.ListField(  # type: ignore[assignment]
        subfield=fields.StringField(), required=False, default=[]
    )
    allowed: list[str] = fields.ListField(subfield=fields.StringField())  # type: ignore[assignment]
    denied: list[str] = fields.ListField(  # type: ignore[assignment]
        subfield=fields.StringField(), required=False, default=[]
    )

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every import of every module that the contract describes."""
        described, missing = modules_below(graph, self.modules)
        others, _ = modules_below(graph, self.except_modules)
        broken = [
            f"{module}:{line} imports {name}"
            for module in sorted(described - others)
            for line, name in imports_of(graph, module)
            if not self._may(self._folder(graph, module), name)
        ]
        return ContractCheck(
            kept=not broken,
            warnings=[f"nothing is called {expression} yet" for expression in missing],
            metadata={"broken": broken},
        )

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per import that may not be, then what may."""
        for line in check.metadata["broken"]:
            output.print_error(line, bold=False)
        output.new_line()
        output.print_error(f"Allowed: {', '.join(self.allowed)}", bold=False)
        if self.denied:
            output.print_error(f"Denied: {', '.join(self.denied)}", bold=False)
        output.new_line()

    def _folder(self, graph: ImportGraph, module: str) -> str:
        # A package is its own folder, and so is a lone file at the top of what the contract describes:
        # its folder would be the whole room.
        parent = module.rpartition(".")[0]
        return module if graph.find_children(module) or parent in self.modules else parent

    def _may(self, folder: str, name: str) -> bool:
        if any(_is_below(name, denied.format(folder=folder)) for denied in self.denied):
            return False
        if ANYTHING in self.allowed or name.partition(".")[0] in sys.stdlib_module_names:
            return True
        return any(_is_below(name, allowed.format(folder=folder)) for allowed in self.allowed)


def modules_below(graph: ImportGraph, expressions: Iterable[str]) -> tuple[set[str], list[str]]:
    """Return the modules that the expressions name, with all below them, and those that name none."""
    found: set[str] = set()
    missing: list[str] = []
    for expression in expressions:
        if "*" in expression:
            matched = set(graph.find_matching_modules(expression))
        else:
            matched = {expression} & graph.modules
        if not matched:
            missing.append(expression)
        for module in matched:
            found |= {module, *graph.find_descendants(module)}
    return found, missing


def imports_of(graph: ImportGraph, module: str) -> Iterator[tuple[int, str]]:
    """Yield line and full name of each import of a module, in the order of its lines."""
    lines: set[tuple[int, str]] = set()
    for imported in graph.find_modules_directly_imported_by(module):
        for detail in graph.get_import_details(importer=module, imported=imported):
            lines |= {(detail["line_number"], name) for name in _names(imported, detail, graph)}
    yield from sorted(lines)


def _names(imported: str, detail: DetailedImport, graph: ImportGraph) -> set[str]:
    # The graph knows only the first part of an outside name; the rest stands in the line itself.
    if not graph.is_module_squashed(imported):
        return {imported}
    # Of an import in brackets only the first line is kept: its module is known, its names are not.
    text, bracket, _ = detail["line_contents"].strip().partition("(")
    found: set[str] = set()
    for node in ast.walk(ast.parse(f"{text}_" if bracket else text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            # Both "from PySide6 import QtCore" and "from PySide6.QtCore import Qt" are below PySide6.QtCore.
            found |= {f"{node.module}.{alias.name}" for alias in node.names if not bracket} or {node.module}
    return {name for name in found if _is_below(name, imported)} or {imported}


def _is_below(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
