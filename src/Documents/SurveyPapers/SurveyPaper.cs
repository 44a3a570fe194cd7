using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Documents.Decision;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ParIndex.Documents.SurveyPapers;

/// <summary>A Word file of pages for people: a page each, pictures by their number, the same bytes for the same people.</summary>
internal sealed class SurveyPaper : IDisposable
{
    private const long Emu = 36_000; // a millimetre

    private readonly MemoryStream buffer = new();
    private readonly WordprocessingDocument document;
    private readonly MainDocumentPart main;
    private readonly Body body = new();
    private int pictures;

    public SurveyPaper()
    {
        document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document);
        main = document.AddMainDocumentPart();
        document.ChangeIdOfPart(main, "rId1");
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = DecisionWriter.Styles();
        main.Document = new Document(body);
    }

    // An element is also the sequence of its own children: this is the better of the two for it.
    public void Add(OpenXmlElement element, params OpenXmlElement[] more) => body.Append([element, .. more]);

    public void Add(IEnumerable<OpenXmlElement> elements) => body.Append(elements);

    /// <summary>A paragraph in running type.</summary>
    public void Say(string words, double size = 13, bool bold = false) => Add(Paper.Paragraph(JustificationValues.Both, 0, 6, Paper.Run(words, size, bold)));

    public void NewPage() => Add(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

    /// <summary>A square picture of so many millimetres.</summary>
    public Paragraph Picture(byte[] png, double side, string description, JustificationValues align)
    {
        var number = ++pictures;
        var id = $"rIdPicture{Paper.Text(number)}";
        var part = main.AddNewPart<ImagePart>("image/png", id);
        using (var content = new MemoryStream(png)) part.FeedData(content);
        var size = (long)(side * Emu);
        var drawing = new Drawing(new W.Inline(
            new W.Extent { Cx = size, Cy = size },
            new W.DocProperties { Id = (uint)number, Name = $"QR {Paper.Text(number)}", Description = description },
            new D.Graphic(new D.GraphicData(new P.Picture(
                new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = (uint)number, Name = $"QR {Paper.Text(number)}" }, new P.NonVisualPictureDrawingProperties()),
                new P.BlipFill(new D.Blip { Embed = id }, new D.Stretch(new D.FillRectangle())),
                new P.ShapeProperties(new D.Transform2D(new D.Offset { X = 0, Y = 0 }, new D.Extents { Cx = size, Cy = size }), new D.PresetGeometry(new D.AdjustValueList()) { Preset = D.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
        return Paper.Paragraph(align, 0, 4, new Run(drawing));
    }

    /// <summary>Ends the file and writes it.</summary>
    public void Write(Stream output)
    {
        body.Append(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1418, Right = 1134, Header = 400, Footer = 400 }));
        main.Document!.Save();
        document.Dispose();
        FixedZip.Write(buffer, output);
    }

    public void Dispose()
    {
        document.Dispose();
        buffer.Dispose();
    }
}
