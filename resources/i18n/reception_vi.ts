<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>CoveredField</name>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered, covered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Trang {page}/{count}</translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation>Các trang sẽ in</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Look for printers again</source>
        <translation>Tìm lại máy in</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Số bản</translation>
    </message>
    <message>
        <source>A failed print stays in memory until printed, dropped or locked</source>
        <translation>In hỏng thì bản giữ trong máy đến khi in lại, bỏ hoặc khoá</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Close without printing</source>
        <translation>Đóng, không in</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message numerus="yes">
        <source>Print %n copies</source>
        <translation>
            <numerusform>In %n bản</numerusform>
        </translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Đang in…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lấy về</translation>
    </message>
    <message>
        <source>{size}, both sides</source>
        <translation>{size}, hai mặt</translation>
    </message>
    <message>
        <source>{size}, one side</source>
        <translation>{size}, một mặt</translation>
    </message>
</context>
<context>
    <name>PrinterList</name>
    <message>
        <source>By cable to this computer</source>
        <translation>Cáp cắm vào máy này</translation>
    </message>
    <message>
        <source>Not known how attached, taken as network</source>
        <translation>Không rõ cách nối, coi như qua mạng</translation>
    </message>
    <message>
        <source>Off or not connected</source>
        <translation>Đang tắt hoặc chưa nối</translation>
    </message>
    <message>
        <source>Over the network</source>
        <translation>Qua mạng</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đang tạm dừng</translation>
    </message>
    <message>
        <source>Takes no jobs now</source>
        <translation>Đang không nhận bản in</translation>
    </message>
    <message>
        <source>This paper needs a printer on a cable</source>
        <translation>Giấy này chỉ in ở máy in cắm cáp</translation>
    </message>
</context>
<context>
    <name>SealChip</name>
    <message>
        <source>{text}, identity sealed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SuggestField</name>
    <message>
        <source>Down arrow opens suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
