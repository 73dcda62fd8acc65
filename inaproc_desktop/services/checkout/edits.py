"""The edits of a checkout that need nothing but the form; what an edit does is the presenter's business."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from inaproc_core.orders.content import PaymentMethod, PaymentPlan
from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.checkout import CheckoutForm, FormPlace, Offer
from inaproc_desktop.services.checkout.form import (
    with_discount,
    with_offer,
    with_place,
    with_quantity,
    with_share,
    without_line,
)


class FormEdits:
    """One method per field of the form."""

    def _edit(
        self, change: Callable[[CheckoutForm], CheckoutForm], *, fill: bool = False, places: str = ""
    ) -> None:
        """Take a change of the form.

        Args:
            change: returns the changed form.
            fill: fill every field anew.
            places: show the places anew, with this one in the editor.
        """
        raise NotImplementedError

    def choose_mak(self, mak: str) -> None:
        """Take an account of the package."""
        self._edit(lambda form: replace(form, mak=mak))

    def choose_reviewer(self, access_id: str) -> None:
        """Take a PPK."""
        self._edit(lambda form: replace(form, ppk_access_id=access_id))

    def change_place(self, place: FormPlace) -> None:
        """Take what was typed about a place."""
        self._edit(lambda form: with_place(form, place))

    def share(self, place_id: str, product_id: str, amount: Amount) -> None:
        """Take how much of a product one of several places gets."""
        self._edit(lambda form: with_share(form, place_id, product_id, amount.value))

    def change_quantity(self, product_id: str, amount: Amount) -> None:
        """Take a quantity."""
        self._edit(lambda form: with_quantity(form, product_id, amount.value))

    def drop_line(self, product_id: str) -> None:
        """Take a product out of this checkout; the Keranjang keeps it."""
        self._edit(lambda form: without_line(form, product_id), fill=True)

    def offer(self, item: str, price: Offer) -> None:
        """Take an own first offer."""
        self._edit(lambda form: with_offer(form, item, price.value))

    def choose_discount(self, basis_points: int) -> None:
        """Let every offer follow a discount."""
        self._edit(lambda form: with_discount(form, basis_points), fill=True)

    def choose_method(self, method: str) -> None:
        """Take UP or LS."""
        self._edit(lambda form: replace(form, method=PaymentMethod(method)))

    def choose_plan(self, plan: str) -> None:
        """Pay at once or by delivery."""
        self._edit(lambda form: replace(form, plan=PaymentPlan(plan)))

    def write_note(self, note: str) -> None:
        """Take the note to the penyedia."""
        self._edit(lambda form: replace(form, note=note))

    def declare(self, declared: bool) -> None:
        """Take the declaration."""
        self._edit(lambda form: replace(form, declaration=declared))
