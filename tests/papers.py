"""Documents made by real producers, for the readers' tests: reportlab, weasyprint, python-docx, LibreOffice."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from parts import FONT

TITLE = "青峦区总工会二〇一八年工作总结"
PARAGRAPHS = (
    "今年以来，青峦区总工会围绕中心、服务大局，团结带领全区职工投身高质量发展，各项工作取得新的成绩，现将主要情况总结如下。",
    "全年新组建工会36家，发展会员5600余人，其中农民工会员4000多人，覆盖物流、家政、保安等行业，职工入会率比上年提高3.2个百分点。",
    "职工互助保障投保总金额达到109.67万元，理赔50.72万元，同比增长12.5%，帮助患病职工212名，办理速度比上年快了一半以上。",
    "走访慰问困难职工486户，发放慰问金58.32万元，资助困难职工子女58人上学，助学金17.4万元，让职工感受到工会的温暖。",
    "法律援助站接待职工来访143件次，帮助农民工419名追回欠薪386万元，调处成功率达97%，全区未发生一起因欠薪引起的群体事件。",
    "举办职业技能竞赛6场，参赛职工5600余人，晋升高级工12人，命名劳模创新工作室5个，征集合理化建议1260条，采纳318条。",
)
ROWS = (
    ("指标", "单位", "2018年", "2017年"),
    ("会员", "人", "102000", "96400"),
    ("基层工会", "个", "684", "648"),
    ("职工之家", "个", "218", ""),
)

PAGE = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>青峦区总工会2018年工作总结-青峦政府网</title><style>a{{}}</style><script>var hits = 356;</script></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/x">新闻中心</a></li><li><a>政务公开</a></li></ul></div>
<div class="main"><h1>青峦区总工会2018年工作总结</h1>
<div class="info">发布时间：2019-01-25 来源：区总工会 浏览次数：356</div><div class="content">
<p>&nbsp;&nbsp;2018年，青峦区总工会新组建工会36家，发展会员5600余人，其中农民工会员4000多人。</p>
<p><strong>一、组织建设</strong></p><p>全年共建立职工之家18个，<a href="x">职工书屋</a>9个。</p>
<table border=1><tr><th>指标</th><th>单位</th><th>2018年</th></tr><tr><td>会员</td><td>人</td><td>102,000</td></tr>
<tr><td>基层工会</td><td>个</td><td></td></tr></table>
<p>职工互助保障参保1.36万人，理赔63.8万元。<br>法律援助站接待来访143件次。</p>
<ul><li>新建“司机之家”2个；</li><li>户外劳动者驿站20个。</li></ul></div></div>
<div class="side"><h3>相关新闻</h3><ul><li><a href=1>召开会议</a></li><li><a href=2>送温暖</a></li></ul></div>
<div class="footer">版权所有：青峦区人民政府 地址：青峦路1号 电话：0793-1234567</div></body></html>"""


@cache
def register_font() -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("zen", str(FONT), subfontIndex=0))
    return "zen"


def make_pdf(
    columns: int = 1,
    paragraphs: Sequence[str] = PARAGRAPHS,
    *,
    title: str | None = TITLE,
    rows: Sequence[Sequence[str]] = (),
    ruled: bool = True,
    furniture: bool = True,
    rotation: int = 0,
    draw: Callable[..., None] | None = None,
) -> bytes:
    """A PDF by reportlab: flowing text in one or two columns, a table, page numbers and running heads."""
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

    font = register_font()
    body = ParagraphStyle("b", fontName=font, fontSize=10.5, leading=17, firstLineIndent=21, wordWrap="CJK")
    head = ParagraphStyle("h", fontName=font, fontSize=18, leading=30, alignment=TA_CENTER, wordWrap="CJK")
    stream = io.BytesIO()
    document = BaseDocTemplate(stream, pagesize=A4)
    width, height = A4
    gap = 24
    wide = (width - 120 - gap * (columns - 1)) / columns
    below = 50 if title else 0

    def frames(top: float) -> list[Frame]:
        return [Frame(60 + place * (wide + gap), 70, wide, height - 140 - top, 0, 0, 0, 0) for place in range(columns)]

    def decorate(canvas: object, template: object) -> None:
        canvas.setFont(font, 9)
        number = canvas.getPageNumber()
        if rotation:
            canvas.setPageRotation(rotation)
        if furniture:
            canvas.drawString(60, height - 40, f"青峦工会通讯 第{number + 6}期")
            canvas.drawCentredString(width / 2, 36, f"— {number} —")
        if title and number == 1:
            canvas.setFont(font, 18)
            canvas.drawCentredString(width / 2, height - 95, title)
        if draw and number == 1:
            draw(canvas)

    document.addPageTemplates(
        [
            PageTemplate("first", frames(below), onPage=decorate, autoNextPageTemplate="later"),
            PageTemplate("later", frames(0), onPage=decorate),
        ]
    )
    story = [Paragraph(text, head if text.startswith("#") else body) for text in paragraphs]
    if rows:
        style = [("FONT", (0, 0), (-1, -1), font, 10)]
        if ruled:
            style.append(("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)))
        story += [Spacer(1, 10), Table([list(row) for row in rows], style=TableStyle(style))]
    document.build(story)
    return stream.getvalue()


def render_html(markup: str) -> bytes:
    """The PDF that weasyprint prints of a page."""
    import weasyprint

    return weasyprint.HTML(string=markup).write_pdf()


def convert(path: Path, suffix: str) -> Path:
    """The file that LibreOffice makes of another one."""
    import subprocess

    profile = path.parent / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", path.parent, path], check=True, capture_output=True, timeout=180)
    return path.with_suffix(f".{suffix}")
