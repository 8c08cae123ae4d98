"""A reason, a new password and a complete offboarding, for tests of custody and offboarding."""

from __future__ import annotations

from reception.bootstrap import Reception
from reception.domain.offboarding import Offboarding, OffboardingStep

REASON = "Thay người giữ cũ đi học sáu tháng"
NEW_PASSWORD = "thuyền nan 7 mái chèo 93 gốc sung"


def offboard(
    head: Reception, user_id: str
) -> tuple[Offboarding, list[tuple[OffboardingStep, ...]]]:
    """Carry out every possible step; return the last state and the steps done after each call."""
    state = head.staff.offboarding.begin(user_id)
    done = [state.done_steps]
    while set(state.remaining_steps) - set(state.blocked_steps):
        state = head.staff.offboarding.do_next_step(user_id)
        done.append(state.done_steps)
    return state, done
