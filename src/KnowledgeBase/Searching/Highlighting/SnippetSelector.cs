using System.Collections.Immutable;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Highlighting;

/// <summary>The passages of a document that are shown, and how many with a match are not.</summary>
/// <param name="Snippets">In the order of the text.</param>
/// <param name="More">How many passages with a match are not among them; 0 when none were asked for.</param>
public sealed record SnippetSelection(ImmutableArray<Snippet> Snippets, int More);

/// <summary>Chooses the passages that show best why a document matched.</summary>
/// <remarks>
/// A passage is worth the weights of the parts of the query in it. What an earlier passage already shows is worth less in the next one,
/// so that three passages show three things; this is the idea of maximal marginal relevance (Carbonell and Goldstein, 1998).
/// </remarks>
public static class SnippetSelector
{
    /// <summary>What a part of the query that was shown already is still worth.</summary>
    private const double ShownAlready = 0.25;

    /// <summary>Each further occurrence in one passage adds this much of the part's weight.</summary>
    private const double Again = 0.1;

    /// <summary>A heading says where something is, not what.</summary>
    private const double HeadingWorth = 0.3;

    /// <summary>Passages below this many characters get the sentence after them, or before, for context.</summary>
    private const int TooShort = 60;

    /// <summary>Passages that stand side by side are shown as one up to this many characters.</summary>
    private const int LongestJoined = 360;

    /// <summary>The best passages.</summary>
    /// <param name="document">The document.</param>
    /// <param name="matches">Every place of its text that matched, in order of their start.</param>
    /// <param name="count">At most this many passages; 0 or more.</param>
    public static SnippetSelection Select(CorpusDocument document, IReadOnlyList<TextMatch> matches, int count)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return new SnippetSelection([], 0);
        }

        var left = PassageCandidates.Of(document, matches).ToList();
        var total = left.Count;
        var chosen = new List<PassageCandidate>();
        var shown = new HashSet<int>();
        var joined = 0;
        while (left.Count > 0)
        {
            var best = Best(left, shown);
            var neighbour = chosen.FindIndex(one => one.IsNextTo(best) && one.With(best).Span.Length <= LongestJoined);
            if (neighbour < 0 && chosen.Count >= count)
            {
                break;
            }

            left.Remove(best);
            shown.UnionWith(best.Matches.Select(static match => match.Part));
            if (neighbour >= 0)
            {
                chosen[neighbour] = chosen[neighbour].With(best);
                joined++;
            }
            else
            {
                chosen.Add(best);
            }
        }

        var snippets = chosen.OrderBy(static one => one.Span.Start).Select(one => SnippetCutter.Cut(document, InContext(one)));
        return new SnippetSelection([.. snippets], total - chosen.Count - joined);
    }

    private static PassageCandidate Best(List<PassageCandidate> candidates, HashSet<int> shown)
    {
        var (best, worth) = (candidates[0], double.NegativeInfinity);
        foreach (var candidate in candidates)
        {
            var its = Worth(candidate, shown);
            if (its > worth)
            {
                (best, worth) = (candidate, its);
            }
        }

        return best;
    }

    private static double Worth(PassageCandidate candidate, HashSet<int> shown)
    {
        var worth = 0.0;
        foreach (var part in candidate.Matches.GroupBy(static match => match.Part))
        {
            var weight = part.First().Weight * (shown.Contains(part.Key) ? ShownAlready : 1);
            worth += weight * (1 + (Again * Math.Min(3, part.Count() - 1)));
        }

        return candidate.Paragraph.Kind is ParagraphKind.Heading ? worth * HeadingWorth : worth;
    }

    private static PassageCandidate InContext(PassageCandidate passage)
    {
        if (passage.Span.Length >= TooShort || passage.Paragraph.Kind is ParagraphKind.Heading)
        {
            return passage;
        }

        var after = passage.Last + 1 < passage.Sentences.Count ? passage with { Last = passage.Last + 1 } : null;
        var before = passage.First > 0 ? passage with { First = passage.First - 1 } : null;
        return new[] { after, before }.FirstOrDefault(static wider => wider is not null && wider.Span.Length <= LongestJoined) ?? passage;
    }
}
