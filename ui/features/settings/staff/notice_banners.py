"""The banners above the table of rights, each with the link to a solution."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.features.settings.staff.accounts_data import AccountsNotice
from ui.widgets.banner import Banner, BannerLink
from ui.widgets.push_button import PushButton

_MAX_NOTICES = 5
_NO_LINK = ("", "")


class NoticeBanners(QObject):
    """``link_used(link id)``; the page adds the banners to its layout."""

    link_used = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.banners = [Banner("warn", page) for _ in range(_MAX_NOTICES)]
        self._links = [_NO_LINK] * _MAX_NOTICES  # (id, text) of the link in each banner
        for banner in self.banners:
            banner.hide()
            banner.link_used.connect(self.link_used)

    def link_buttons(self) -> list[PushButton]:
        return [link for banner in self.banners for link in banner.findChildren(PushButton)]

    def show_notices(self, notices: Sequence[AccountsNotice], focus_target: QWidget) -> None:
        """Show at most five notices; ``focus_target`` gets the focus of a link that is removed."""
        for number, banner in enumerate(self.banners):
            notice = notices[number] if number < len(notices) else None
            link = notice.link if notice is not None else _NO_LINK
            if link != self._links[number]:
                focused_widget = QApplication.focusWidget()
                if focused_widget is not None and banner.isAncestorOf(focused_widget):
                    focus_target.setFocus(Qt.FocusReason.OtherFocusReason)
                banner.set_links([BannerLink(*link)] if link[0] else [])
                self._links[number] = link
            if notice is None:
                banner.hide()
            else:
                banner.show_message(notice.title, notice.body, notice.banner_kind)
