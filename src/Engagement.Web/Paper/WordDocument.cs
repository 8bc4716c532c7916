using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Engagement.Web.HaveYourSay;
using Microsoft.Extensions.Localization;
using A = DocumentFormat.OpenXml.Drawing;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Wordprocessing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Engagement.Web.Paper;

/// <summary>A survey on paper as a Word document, with styles of its own that a council can change.</summary>
internal static class WordDocument
{
    private const string Box = "☐";
    private const long CodeSize = 1_440_000;
    private static readonly (string Id, string Name, string HalfPoints, bool Bold, string Before)[] Styles =
    [
        ("Normal", "Normal", "24", false, "60"),
        ("Title", "Title", "44", true, "0"),
        ("Heading1", "heading 1", "32", true, "400"),
        ("Heading2", "heading 2", "26", true, "320"),
    ];

    public static byte[] Of(PaperSheet sheet, IStringLocalizer<Texts> texts)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = StylesOfPaper();
            document.PackageProperties.Title = sheet.Walk.Survey.Title;
            document.PackageProperties.Language = sheet.Walk.Draft?.Form.Language ?? SurveyForm.Standard.Language;
            main.Document = new Document(new Body(
            [
                .. Head(sheet, texts, main), .. Who(sheet, texts), .. sheet.Items.SelectMany(Item), .. sheet.IsDraft ? [Marked(PaperSheet.DraftMark, main)] : Array.Empty<OpenXmlElement>(),
            ]));
        }

        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Head(PaperSheet sheet, IStringLocalizer<Texts> texts, MainDocumentPart main)
    {
        yield return Text(sheet.Walk.Survey.Title, "Title");
        if (!sheet.IsDraft)
            yield return Text($"{texts["Form number:"]} {sheet.Number}", bold: true);
        if (sheet is { IsDraft: false, Walk.ClosesOn: { } closes })
            yield return Text(texts["Post it so that it reaches us by {0}.", Dates.Text(closes)]);
        yield return Text(texts["Post it to: {0}", sheet.ReturnTo]);
        yield return Text(texts["Do not write your name on it. Please do not write the names of children, staff or schools."]);
        if (sheet.IsDraft)
            yield break;
        yield return new Paragraph(new Run(Picture(sheet.Address, texts["A code that opens this survey on a phone"], main)));
        yield return Text($"{texts["Or answer online:"]} {sheet.Address}");
    }

    private static IEnumerable<OpenXmlElement> Who(PaperSheet sheet, IStringLocalizer<Texts> texts) => sheet.Walk.AsksWho
        ? [Text($"{texts["Who is answering?"]} {texts["Tick one."]}", "Heading2"), .. WhoPage.AllOf(sheet.Walk).Select(who => Text($"{Box}  {texts[WhoPage.Words(who)]}"))]
        : [];

    private static IEnumerable<OpenXmlElement> Item(PaperItem item)
    {
        yield return Text(item.Number is { } number ? $"{number}. {item.Text}" : item.Text, item.Number is null ? "Heading1" : "Heading2");
        foreach (var hint in item.Hints)
            yield return Text(hint, keepNext: true);
        if (item.How.Count > 0)
            yield return Text(string.Join(' ', item.How), keepNext: true);
        foreach (var option in item.Options)
            yield return Text($"{Box}  {option}");
        for (var line = 0; line < item.Lines; line++)
            yield return Line();
    }

    private static Paragraph Text(string text, string style = "Normal", bool bold = false, bool keepNext = false)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        if (keepNext || style.StartsWith("Heading", StringComparison.Ordinal))
            properties.Append(new KeepNext());
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (bold)
            run.PrependChild(new RunProperties(new Bold()));
        return new Paragraph(properties, run);
    }

    /// <summary>Words at the head of every page.</summary>
    private static SectionProperties Marked(string words, MainDocumentPart main)
    {
        var head = main.AddNewPart<HeaderPart>();
        head.Header = new Header(Text(words, bold: true));
        return new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) });
    }

    /// <summary>A line to write on.</summary>
    private static Paragraph Line() => new(new ParagraphProperties(
        new ParagraphStyleId { Val = "Normal" },
        new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "808080" }, new BetweenBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "808080" }),
        new SpacingBetweenLines { Before = "240" }));

    private static Styles StylesOfPaper() => new(Styles.Select(style => new Style(
        new StyleName { Val = style.Name },
        new StyleParagraphProperties(new SpacingBetweenLines { Before = style.Before, After = "60" }),
        new StyleRunProperties(
            [
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" },
                .. style.Bold ? new OpenXmlElement[] { new Bold() } : [],
                new FontSize { Val = style.HalfPoints },
            ]))
    {
        Type = StyleValues.Paragraph,
        StyleId = style.Id,
        Default = style.Id == "Normal",
    }));

    private static Drawing Picture(string address, string words, MainDocumentPart main)
    {
        var image = main.AddImagePart(ImagePartType.Png);
        using (var png = new MemoryStream(QrCode.Png(address)))
            image.FeedData(png);
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(new Pictures.NonVisualDrawingProperties { Id = 0, Name = "code.png" }, new Pictures.NonVisualPictureDrawingProperties()),
            new Pictures.BlipFill(new A.Blip { Embed = main.GetIdOfPart(image) }, new A.Stretch(new A.FillRectangle())),
            new Pictures.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = CodeSize, Cy = CodeSize }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new Drawing(new Wordprocessing.Inline(
            new Wordprocessing.Extent { Cx = CodeSize, Cy = CodeSize },
            new Wordprocessing.DocProperties { Id = 1, Name = "Code", Description = words },
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })));
    }
}
