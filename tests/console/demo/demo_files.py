"""The files of the demonstration that hold a paper or a workbook."""

PAPERS = {
    "ban-ghi-noi-dung.pdf",
    "ban-ghi-to-cao-1.pdf",
    "ban-ghi-to-cao-2.pdf",
    "bao-cao-thang.pdf",
    "bieu-01-tcd.xlsx",
    "giay-bien-nhan-1.pdf",
    "giay-bien-nhan-2.pdf",
    "giay-bien-nhan-to-cao-1.pdf",
    "giay-bien-nhan-to-cao-2.pdf",
    "giay-bien-nhan-to-cao-3.pdf",
    "phieu-tra-cuu.pdf",
    "so-mau-de-nhap.xlsx",
    "so-tiep-cong-dan.pdf",
    "thong-bao-tu-choi-1.pdf",
    "thong-bao-tu-choi-2.pdf",
}
