/** What real programs put on the clipboard, shortened but not tidied. */

/** Word 365 on Windows, Vietnamese: conditional comments, lists in disguise, smart tags, source lines broken anywhere. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/An/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0in; font-size:14.0pt; font-family:"Times New Roman",serif;}
-->
</style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head>

<body lang=EN-US link="#0563C1" vlink="#954F72" style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->

<h1 style='text-align:center'><b><span lang=VI style='font-size:16.0pt;mso-ansi-language:VI'>Lâm Ðồng đẩy mạnh
thu hút đầu tư Nhật Bản<o:p></o:p></span></b></h1>

<p class=MsoNormal style='text-align:justify;text-indent:.5in'><span lang=VI
style='mso-ansi-language:VI'>Sáng 25/7/2017, <b style='mso-bidi-font-weight:normal'>UBND tỉnh Lâm
Đồng</b> phối hợp với <st1:place w:st="on"><st1:country-region w:st="on">Nhật
Bản</st1:country-region></st1:place> tổ chức <i>hội nghị xúc tiến</i>.<span
style='mso-spacerun:yes'>  </span>Kinh phí 33.000&nbsp;tỷ&nbsp;đồng.<o:p></o:p></span></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:
Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=VI>Nông nghiệp công nghệ
cao<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Hoa</p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Cà phê</p>

<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Du lịch</p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Thứ nhất</p>

<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Thứ hai</p>

<h2 style='mso-list:l3 level1 lfo5'><![if !supportLists]><span style='mso-list:Ignore'>I.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Kết quả</h2>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=208 colspan=2 valign=top style='width:155.8pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=center style='text-align:center'><b>Chỉ tiêu<o:p></o:p></b></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=104><p class=MsoNormal>Dự án</p></td>
  <td width=104><p class=MsoNormal>12</p><p class=MsoNormal>(8 mới)</p></td>
 </tr>
</table>

<p class=MsoNormal>Xem <a href="https://lamdong.gov.vn/"><u><span style='color:#0563C1'>Cổng thông tin</span></u></a>
và <a href="file:///C:/Users/An/bai.docx">bản gốc</a><a style='mso-footnote-id:ftn1' href="#_ftn1"><span
class=MsoFootnoteReference><sup>[1]</sup></span></a>.<span class=MsoCommentReference><span
style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript>[AN1]</a></span></span></p>

<p class=MsoNormal><ins cite="mailto:An" datetime="2017-07-25T08:00"><span class=msoIns>Đã thêm. </span></ins><del cite="mailto:An"><span class=msoDel>Đã xóa.</span></del><span style='display:none;mso-hide:all'>Ghi chú ẩn</span></p>

<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Picture_1"><v:imagedata src="file:///C:/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=604 height=340
src="file:///C:/Users/An/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="Picture_1"><![endif]></p>

<p class=MsoNormal><br clear=all style='page-break-before:always'></p>

<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%"><div style='mso-element:comment'><p class=MsoCommentText>Sửa lại số liệu</p></div></div>

<!--EndFragment-->
</body>

</html>`.normalize('NFD')

/** LibreOffice Writer 7, with its nested fonts. */
export const LIBREOFFICE = `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		@page { size: 21cm 29.7cm; margin: 2cm }
		p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
	</style>
</head>
<body lang="vi-VN" link="#000080" vlink="#800000" dir="ltr"><h2 class="western">
Cồng chiêng Tây Nguyên</h2>
<p align="justify" style="line-height: 150%; margin-bottom: 0cm">
<font face="Times New Roman, serif"><font size="4" style="font-size: 14pt">Không
gian văn hóa <b>cồng</b></font></font><font face="Times New Roman, serif"><font size="4"><b>
chiêng</b></font></font><font size="4"> được UNESCO ghi danh năm 2005.</font></p>
<ul>
	<li><p style="line-height: 100%">
	Gia Lai</p>
	<p>(tỉnh láng giềng)</p></li>
	<li><p>Lâm Đồng</p>
	<ol>
		<li><p>Lạc Dương</p></li>
	</ol></li>
</ul>
<p><strike>Bản cũ</strike> CO<sub>2</sub></p>
<p><br/>

</p>
</body>
</html>`

/** Google Docs in Chrome: bold that is not, styles for everything, a list within a list. */
export const GOOGLE_DOCS = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-4f0c2c1e-7fff"><h3 dir="ltr" style="line-height:1.38;"><span style="font-size:14pt;font-family:Arial,sans-serif;color:#434343;font-weight:400;">Hoa Đà Lạt sang Nhật</span></h3><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre-wrap;">Chuyến hàng </span><span style="font-size:11pt;font-weight:700;font-style:normal;">đầu tiên</span><span style="font-size:11pt;font-weight:400;font-style:italic;"> rời Đà Lạt.</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Cẩm tú cầu</span></p></li><ul style="margin-top:0;"><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>xanh</span></p></li></ul><li dir="ltr" aria-level="1"><p role="presentation"><span>Hoa hồng</span></p></li></ul><div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="100" /><col width="100" /></colgroup><tbody><tr style="height:0pt"><td style="border-left:solid"><p dir="ltr"><span style="font-weight:700">Năm</span></p></td><td><p dir="ltr"><span>2026</span></p></td></tr></tbody></table></div><p dir="ltr"><a href="https://www.vietnam.vn/" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">vietnam.vn</span></a></p><p><span><span style="border:none;display:inline-block;"><img src="https://lh3.googleusercontent.com/x" width="602"></span></span></p></b><br class="Apple-interchange-newline">`

/** A Japanese page, broken into source lines, with ruby. */
export const JAPANESE = `<html><body><!--StartFragment--><p>　ベトナム中部高原の<ruby>大叻<rp>(</rp><rt>ダラット</rt><rp>)</rp></ruby>で、
日本向けの花の輸出が
始まった。</p><p>輸出は <b>2026</b> 年から。</p><!--EndFragment--></body></html>`
