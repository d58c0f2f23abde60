using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Corpus.Formats.Markdown;

/// <summary>Names for paragraphs that their author did not name, made from their words.</summary>
/// <remarks>
/// The same words give the same id, whatever is edited elsewhere, and case, accents, punctuation and white space do not count.
/// Links out in the world rest on this: it must never change, so it folds on its own and not as the search does.
/// </remarks>
internal sealed class ParagraphIds
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int HashLength = 8;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _repeats = new(StringComparer.Ordinal);

    /// <param name="names">The names that authors gave in this document.</param>
    public ParagraphIds(IEnumerable<string> names) => _taken = new HashSet<string>(names, StringComparer.Ordinal);

    /// <summary>The id of the next unnamed paragraph; paragraphs of the same words are numbered in order.</summary>
    public string Next(string text)
    {
        var id = "p-" + Hash(Fold(text));
        var unique = id;
        var n = _repeats.GetValueOrDefault(id, 1);
        while (!_taken.Add(unique))
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{++n}");
        }

        _repeats[id] = n;
        return unique;
    }

    /// <summary>Letters and digits in lower case without marks, every other stretch one space.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                AppendPart(folded, rune);
                continue;
            }

            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            {
                AppendPart(folded, part);
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static void AppendPart(StringBuilder folded, Rune part)
    {
        if (Rune.IsLetterOrDigit(part))
        {
            folded.Append(Rune.ToLowerInvariant(part).ToString());
        }
        else if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            && folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static string Hash(string text)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return string.Create(HashLength, digest, static (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                id[i] = Alphabet[bytes[i] % Alphabet.Length];
            }
        });
    }
}
