using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Announcement;
using ParIndex.Documents.Appendices;
using ParIndex.Documents.Decision;

namespace ParIndex.Documents;

/// <summary>The documents of a year, by the names under which every output has them.</summary>
public static class YearDocuments
{
    /// <summary>Writes each document beside the tables of its package.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="result">The year.</param>
    public static void Write(string folder, CycleResult result)
    {
        To("quyet-dinh.docx", stream => DecisionWriter.Write(result, stream));
        To("phu-luc.xlsx", stream => AppendixWriter.Write(result, stream));
        To("thong-cao.md", stream => AnnouncementWriter.WriteMarkdown(result, stream));
        To("thong-cao.html", stream => AnnouncementWriter.WriteHtml(result, stream));
        To("announcement.md", stream => AnnouncementWriter.WriteMarkdown(result, stream, Language.English));
        To("announcement.html", stream => AnnouncementWriter.WriteHtml(result, stream, Language.English));

        void To(string name, Action<Stream> write)
        {
            using var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
            write(file);
        }
    }
}
