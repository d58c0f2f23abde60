using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Citing;

/// <summary>A document as a citation needs it.</summary>
public sealed record CitedDocument
{
    /// <summary>Its title, without a full stop at the end.</summary>
    public required string Title { get; init; }

    /// <summary>Its kind in words, such as <c>Historical note</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who wrote it; empty when the archive did, whose name then stands for the author.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The date as a person would write it; empty when there is none.</summary>
    public string DateAsWritten { get; init; } = "";

    /// <summary>First day of that date; null when not known.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How exactly <see cref="Date"/> is known: 1 to the year, 2 to the month, 3 to the day.</summary>
    public int DateParts { get; init; } = 3;

    /// <summary>The last year, of a date that goes beyond the year of <see cref="Date"/>; null otherwise.</summary>
    public int? LastYear { get; init; }

    /// <summary>Whether the date is known about so only.</summary>
    public bool IsAbout { get; init; }

    /// <summary>The date as written, where a year alone would say more than is known; null otherwise.</summary>
    internal string? DateNote => (IsAbout || LastYear is not null) && DateAsWritten.Length > 0 ? $"dated {DateAsWritten}" : null;

    /// <summary>The archive that holds it.</summary>
    public required string Archive { get; init; }

    /// <summary>Its permanent name.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>Its permanent address, or that of the paragraph.</summary>
    public required Uri Address { get; init; }

    /// <summary>Language of the text, a BCP 47 code.</summary>
    public required string Language { get; init; }

    /// <summary>Which version of the text was read: the beginning of the digest of its file.</summary>
    public required string Version { get; init; }

    /// <summary>The day the reader looked at it.</summary>
    public required DateOnly Accessed { get; init; }

    /// <summary>What a reader of the citation must know of the text, such as <c>machine-read, unchecked</c>; null when nothing.</summary>
    public string? TextNote { get; init; }

    /// <summary>The paragraph that is cited; null for the whole document.</summary>
    public int? Paragraph { get; init; }

    /// <summary>What is cited of a document of the archive.</summary>
    /// <param name="document">The document.</param>
    /// <param name="kind">Its type in words.</param>
    /// <param name="archive">Name of the archive.</param>
    /// <param name="address">Its permanent address.</param>
    /// <param name="accessed">The day the reader looked at it.</param>
    /// <remarks>
    /// A text that the archive wrote itself has no other author, and its date is the day it joined the archive: the date and the
    /// creators in its description are those of what it describes.
    /// </remarks>
    public static CitedDocument Of(CorpusDocument document, string kind, string archive, Uri address, DateOnly accessed)
    {
        ArgumentNullException.ThrowIfNull(document);
        var about = document.Metadata;
        var isOwn = about.Status == "authored";
        var (first, last, isAbout) = isOwn ? (about.Added, about.Added, false) : Stated(about.Date);
        return new CitedDocument
        {
            Title = about.Title.TrimEnd('.', ' '),
            Kind = kind,
            Authors = isOwn ? [] : about.Creators,
            DateAsWritten = isOwn
                ? about.Added is { } added ? CitationDates.Long(added) : ""
                : about.Date.IsUndated ? "" : about.Date.AsWritten,
            Date = first,
            DateParts = PartsOf(first, last),
            LastYear = first is not null && last is { } end && end.Year > first.Value.Year ? end.Year : null,
            IsAbout = isAbout,
            Archive = archive,
            Id = document.Id,
            Address = address,
            Language = about.Language,
            Version = document.Digest[..Math.Min(12, document.Digest.Length)],
            Accessed = accessed,
            TextNote = about.Status switch
            {
                "machine-read" => "machine-read text, unchecked",
                "translated" => "translation",
                _ => null,
            },
        };
    }

    /// <summary>The date as it stands: what is searched of a date "about 1925" is wider, and would cite another year.</summary>
    private static (DateOnly? First, DateOnly? Last, bool IsAbout) Stated(ArchiveDate date) =>
        Edtf.TryParse(date.Edtf, out var stated, out _)
            ? (stated.StatedFirst, stated.StatedLast, stated.Expression.AsSpan().ContainsAny('~', '%', '?'))
            : (date.First, date.Last, false);

    /// <summary>How much of the first day is more than a bound of something wider.</summary>
    private static int PartsOf(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => 3,
        ({ } first, { } last) when first.Year == last.Year && first.Month == last.Month => 2,
        _ => 1,
    };
}
