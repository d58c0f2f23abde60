using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Corpus.Checks;

/// <summary>Links, related documents and disputes point to what exists.</summary>
internal static partial class LinkChecks
{
    /// <summary>Every internal link and every related document exists; what was meant as a citation or a name was read as one.</summary>
    public static IEnumerable<CorpusFinding> Links(CheckedDocument document, CheckedCorpus corpus)
    {
        foreach (var (target, line) in document.Links.Where(static link => !link.Target.Contains(':', StringComparison.Ordinal)))
        {
            var found = CorpusLink.TryParse(target, document.Document.Path, out var link) ? corpus.Find(link, document) : null;
            if (found is null)
            {
                yield return document.Error("links.dead", line, $"The link to \"{target}\" leads to no document; write a reference code or the path of a file.");
            }
            else if (link!.Paragraph is { } id && found.Document.Paragraphs.All(p => p.Id != id))
            {
                yield return document.Error("links.no_paragraph", line, $"The link to \"{target}\": {found.Document.Path} has no paragraph {id}.");
            }
        }

        foreach (var code in document.Metadata.Related)
        {
            if (code == document.Document.Id.Value)
            {
                yield return document.Error("related.itself", document.LineOf("related", code), "related: a document is not related to itself.");
            }
            else if (corpus.Find(new DocumentId(code)) is not { } other)
            {
                yield return document.Error("related.unknown", document.LineOf("related", code), $"related: there is no document {code}.");
            }
            else if (!other.Metadata.Related.Contains(document.Document.Id.Value))
            {
                yield return document.Error(
                    "related.one_way", document.LineOf("related", code), $"related: {other.Document.Path} does not list {document.Document.Id}; links go both ways.");
            }
        }

        foreach (var (paragraph, line) in document.Paragraphs)
        {
            foreach (Match match in Unread().Matches(paragraph.Span.In(document.Document.Text)))
            {
                yield return document.Error(
                    "text.unread", line, $"\"{match.Value}\" was read as text; a citation is written [S033, S042], a name {{#hall}} at the end of a paragraph.");
            }
        }
    }

    /// <summary>A dispute has versions; each points to a paragraph that holds its value, and the link goes both ways.</summary>
    public static IEnumerable<CorpusFinding> Dispute(CheckedDocument dispute, CheckedCorpus corpus)
    {
        var versions = dispute.Metadata.Versions;
        if (dispute.Metadata.Type == "dispute" && versions.Length < 2)
        {
            yield return dispute.Error("dispute.versions", dispute.LineOf("versions"), "A dispute has at least two versions.");
        }

        foreach (var version in versions)
        {
            var line = dispute.LineOf("versions", version.At);
            var parts = version.At.Split('#');
            if (corpus.Find(new DocumentId(parts[0])) is not { } other)
            {
                yield return dispute.Error("dispute.no_document", line, $"versions: there is no document {parts[0]}.");
                continue;
            }

            if (other == dispute)
            {
                yield return dispute.Error("dispute.itself", line, $"versions: {version.At} lies in the dispute itself; name a paragraph of another document.");
            }

            if (other.Document.Paragraphs.FirstOrDefault(p => p.Id == parts[1]) is not { } paragraph)
            {
                yield return dispute.Error("dispute.no_paragraph", line, $"versions: {other.Document.Path} has no paragraph {parts[1]}.");
            }
            else if (!Single(paragraph.Span.In(other.Document.Text)).Contains(Single(version.Value), StringComparison.Ordinal))
            {
                yield return dispute.Error("dispute.value", line, $"versions: \"{version.Value}\" does not stand in {version.At} ({other.Document.Path}).");
            }

            if (other != dispute && !other.Metadata.Related.Contains(dispute.Document.Id.Value))
            {
                yield return dispute.Error("dispute.one_way", line, $"versions: {other.Document.Path} does not list {dispute.Document.Id} under related.");
            }

            if (other != dispute && !dispute.Metadata.Related.Contains(parts[0]))
            {
                yield return dispute.Error("dispute.one_way", dispute.LineOf("related"), $"related: {parts[0]} reports a version and is not listed.");
            }
        }
    }

    private static string Single(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\[S\d[^\]]{0,60}\]|\{#[^}]{0,60}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Unread();
}
