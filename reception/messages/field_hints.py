"""Hints beside the fields of visit entry (numbers, cards, places, groups).

The hints themselves do not stop saving; ``intake_validation`` refuses wrong numbers of people and
representatives.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "number.structure": (
        "Đúng cấu trúc: {place}, {sex}, {year}. Không tra mạng.",
        "Well formed: {place}, {sex}, {year}. Not looked up online.",
    ),
    "number.male": ("nam", "male"),
    "number.female": ("nữ", "female"),
    "number.place_unknown": (
        "Mã nơi sinh {place} không có trong danh mục. Xem lại số.",
        "Place code {place} is not in the list. Check the number.",
    ),
    "number.missing": ("Thiếu {count} chữ số.", "{count} digits missing."),
    "number.too_long": ("Thừa {count} chữ số.", "{count} digits too many."),
    "number.not_digits": (
        "Số căn cước chỉ gồm chữ số. Xem lại số.",
        "A personal number has digits only. Check it.",
    ),
    "number.lost_zero": (
        "Có thể mất số 0 ở đầu. Xem lại trên thẻ.",
        "The first 0 may be lost. Check the card.",
    ),
    "number.old_card": (
        "Chứng minh nhân dân 9 số hết giá trị từ 01/01/2025. Hỏi số định danh 12 số.",
        "The 9-digit card expired on 01/01/2025. Ask for the 12-digit number.",
    ),
    "number.sex_differs": (
        "Khác giới tính đã nhập. Xem lại số hoặc giới tính.",
        "Differs from the sex entered. Check both.",
    ),
    "number.year_differs": (
        "Khác năm sinh đã nhập. Xem lại số hoặc năm sinh.",
        "Differs from the birth year entered. Check both.",
    ),
    "number.year_in_future": (
        "Năm sinh trong số ở sau năm nay. Xem lại số.",
        "The birth year in the number lies in the future. Check it.",
    ),
    "number.not_a_passport": (
        "Đây là số định danh 12 số, không phải số hộ chiếu. Xem lại loại giấy tờ.",
        "This is a 12-digit personal number, not a passport. Check the kind of paper.",
    ),
    "number.passport_form": (
        "Số hộ chiếu thường có từ 5 đến 15 chữ cái và chữ số. Xem lại số.",
        "A passport number has 5 to 15 letters and digits. Check it.",
    ),
    "card.unreadable": (
        "Không đọc được mã QR của thẻ. Chưa ghi gì. Quét lại hoặc gõ tay.",
        "The card's QR could not be read. Nothing was entered. Scan again or type.",
    ),
    "card.name_lost_accents": (
        "Máy quét làm mất dấu họ tên. Hỏi và gõ lại họ tên.",
        "The scanner lost the accents of the name. Ask and type the name again.",
    ),
    "card.address_garbled": (
        "Máy quét đọc sai chữ trong địa chỉ. Xem trên thẻ rồi gõ lại.",
        "The scanner garbled letters of the address. Look at the card and type it again.",
    ),
    "card.person_replaced": (
        "Thẻ của người khác: đã xoá mọi mục của người trước, kể cả trong “Thêm”.",
        "Another person's card: all about the former person was removed, under “More” too.",
    ),
    "place.translated": (
        "{old} nay thuộc {name}.",
        "{old} is now part of {name}.",
    ),
    "place.ambiguous": (
        "Tên này có thể là {choices}. Hỏi rồi chọn.",
        "This name may be {choices}. Ask and choose.",
    ),
    "place.unknown": (
        "Không có xã, phường này trong tỉnh. Ghi cả tỉnh nếu người đến ở nơi khác.",
        "No such commune in the province. Add the province if the person lives elsewhere.",
    ),
    "group.people_wrong": ("Số người phải từ 1.", "There must be 1 person or more."),
    "group.same_above_people": (
        "Số người cùng nội dung lớn hơn số người đến.",
        "More people share the content than came.",
    ),
    "group.no_representative": (
        "Đoàn đông người cần cử 1 đến {most} người đại diện. Không cử thì vẫn ghi sổ.",
        "A large group should name 1 to {most} representatives. Without any it is registered too.",
    ),
    "group.too_many_representatives": (
        "Đoàn này cử nhiều nhất {most} người đại diện.",
        "This group names at most {most} representatives.",
    ),
    "group.no_appointment": (
        "Chưa có văn bản cử người đại diện, có chữ ký của mọi người.",
        "The appointment signed by everyone is missing.",
    ),
}
