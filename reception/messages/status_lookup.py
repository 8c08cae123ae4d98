"""Sentences about the look-up by return code."""

SENTENCES: dict[str, tuple[str, str]] = {
    "follow_up.number": (
        "Số trên giấy chưa đúng dạng. Gõ như trên giấy, ví dụ BN-0294 hoặc 0294/2025.",
        "The number is not written as on the paper. Type it so, e.g. BN-0294 or 0294/2025.",
    ),
    "follow_up.wait": (
        "Sai nhiều lần liền. Chưa tra gì. Đợi {seconds} giây rồi tra lại.",
        "Wrong several times in a row. Nothing was looked up. Wait {seconds} s and try again.",
    ),
}
