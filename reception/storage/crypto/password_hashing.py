"""Password hashing: Argon2id parameters, their limits, calibration."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass

from nacl.pwhash import argon2id

from reception.domain.errors import StorageError

MIB = 1024 * 1024
KEY_BYTES = 32
SALT_BYTES = argon2id.SALTBYTES
_CEILING_MIB = 512
_CEILING_PASSES = 32
_MAX_PASSWORD_BYTES = 1024  # so that hashing a very long text cannot block the program


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Argon2id cost: memory in MiB and passes."""

    memory_mib: int
    passes: int


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """Costs for passwords and blind indexes, and the lowest cost (``floor``) that is accepted."""

    password: KdfParameters
    blind_index: KdfParameters
    floor: KdfParameters
    is_calibrated: bool = True  # False: ``calibrate`` returns the cost for passwords unchanged

    def check(self, parameters: KdfParameters) -> None:
        """Refuse parameters below the floor (too weak) or above the ceiling (a forged file)."""
        weak = (
            parameters.memory_mib < self.floor.memory_mib or parameters.passes < self.floor.passes
        )
        if weak:
            raise StorageError("keyring.weak_kdf")
        if parameters.memory_mib > _CEILING_MIB or parameters.passes > _CEILING_PASSES:
            raise StorageError("keyring.costly_kdf")


# Of every real office.
REAL_POLICY = KdfPolicy(
    password=KdfParameters(256, 3), blind_index=KdfParameters(64, 1), floor=KdfParameters(256, 3)
)
# Of demonstration offices and tests: fast, and too weak to protect anything.
DEMO_POLICY = KdfPolicy(
    password=KdfParameters(1, 1),
    blind_index=KdfParameters(1, 1),
    floor=KdfParameters(1, 1),
    is_calibrated=False,
)


def derive(secret: str | bytes, salt: bytes, cost: KdfParameters) -> bytes:
    """Return 32 bytes of Argon2id of a secret under a 16-byte salt.

    Text is normalised to NFKC, so that every keyboard driver gives the same bytes for it.
    """
    if isinstance(secret, str):
        secret = unicodedata.normalize("NFKC", secret).encode("utf-8")
    if len(secret) > _MAX_PASSWORD_BYTES:
        raise StorageError("keyring.password_too_long")
    return argon2id.kdf(
        KEY_BYTES, secret, salt, opslimit=cost.passes, memlimit=cost.memory_mib * MIB
    )


def calibrate(policy: KdfPolicy, target_seconds: float = 1.0) -> KdfParameters:
    """Return the cost that takes about ``target_seconds`` here, never below the floor."""
    if not policy.is_calibrated:
        return policy.password
    seconds = _measure(policy.password)
    memory = policy.password.memory_mib
    if seconds * 2 <= target_seconds:
        memory = min(_CEILING_MIB, memory * 2)
        seconds *= memory / policy.password.memory_mib
    passes = int(policy.password.passes * target_seconds / max(seconds, 0.001))
    return KdfParameters(memory, max(policy.floor.passes, min(passes, _CEILING_PASSES)))


def _measure(cost: KdfParameters) -> float:
    start = time.perf_counter()
    derive(b"calibration", bytes(SALT_BYTES), cost)
    return time.perf_counter() - start
