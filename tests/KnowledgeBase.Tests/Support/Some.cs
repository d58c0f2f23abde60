using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tests.Support;

/// <summary>Makes values whose details do not matter to a test.</summary>
internal static class Some
{
    /// <summary>A document of one paragraph.</summary>
    public static CorpusDocument Document(string id, string text = "The delegates met in Vienna.", string? path = null) => new()
    {
        Id = new DocumentId(id),
        Path = path ?? id + ".md",
        Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id + "\n" + text))),
        Metadata = new DocumentMetadata { Title = "About " + id, Type = "other", Date = ArchiveDate.None, Language = "en" },
        Markdown = text,
        Text = text,
        Paragraphs = [new Paragraph("p", 1, new TextSpan(0, text.Length), ParagraphKind.Text)],
    };
}
