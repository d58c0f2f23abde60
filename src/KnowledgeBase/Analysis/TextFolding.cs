using System.Globalization;
using System.Text;

namespace KnowledgeBase.Analysis;

/// <summary>Takes away what readers do not type: case, accents, ligatures, invisible characters.</summary>
/// <remarks>Invariant: the same on every machine and in every culture. Never throws, also on malformed UTF-16.</remarks>
public static class TextFolding
{
    /// <summary>The form in which verbatim phrases and names are compared.</summary>
    /// <returns>
    /// Lower case without accents (Latin, Greek, Cyrillic, Arabic and Hebrew marks); ligatures and full-width forms written out;
    /// ß as ss, æ as ae, ø as o, ł as l; Arabic alef, ya and ta marbuta in one form each. Empty for text of invisible characters only.
    /// </returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        var decomposed = Normalize(text, NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var last = '\0';
        foreach (var c in decomposed)
        {
            if (IsInvisible(c) || (IsMark(c) && TakesFoldableMarks(last)))
            {
                continue;
            }

            if (!IsMark(c))
            {
                last = c;
            }

            Append(folded, c);
        }

        return Normalize(folded.ToString(), NormalizationForm.FormC);
    }

    /// <summary>The form in which a word "as spelled" is compared: composed, without invisible characters; case and accents stay.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.All(static c => c < 0x80 && !char.IsControl(c)))
        {
            return text;
        }

        var visible = text.Any(IsInvisible) ? string.Concat(text.Where(static c => !IsInvisible(c))) : text;
        return Normalize(visible, NormalizationForm.FormC);
    }

    /// <summary>Lower case and composed, accents kept: what stemmers expect.</summary>
    public static string Lower(string text) => Compose(text).ToLowerInvariant();

    /// <summary>
    /// Whether the character leaves no trace on the page: soft hyphen, zero-width signs, direction marks, variation selectors,
    /// tatweel, NUL and other controls but tab and line ends.
    /// </summary>
    public static bool IsInvisible(char c) => c switch
    {
        '\t' or '\n' or '\r' => false,
        '\u00AD' or '\u061C' or '\u0640' or '\uFEFF' => true,
        >= '\u200B' and <= '\u200F' => true,
        >= '\u202A' and <= '\u202E' => true,
        >= '\u2060' and <= '\u206F' => true,
        >= '\uFE00' and <= '\uFE0F' => true,
        _ => char.IsControl(c),
    };

    /// <summary>Normalises what can be normalised; a lone surrogate stays as it is.</summary>
    private static string Normalize(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            // Malformed UTF-16: normalise the well-formed stretches between the lone surrogates.
            var result = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
            {
                result.Append(rune == Rune.ReplacementChar ? "\uFFFD" : rune.ToString().Normalize(form));
            }

            return result.ToString();
        }
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>In other scripts, Devanagari among them, a mark is a vowel and part of the word.</summary>
    private static bool TakesFoldableMarks(char c) =>
        c is '\0' or < '\u0780' or >= '\u1E00' and <= '\u1FFF' or >= '\u2C00' and <= '\u2DFF' or >= '\uA640' and <= '\uA7FF';

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'æ' or 'Æ': folded.Append("ae"); break;
            case 'œ' or 'Œ': folded.Append("oe"); break;
            case 'þ' or 'Þ': folded.Append("th"); break;
            case 'ø' or 'Ø': folded.Append('o'); break;
            case 'ł' or 'Ł': folded.Append('l'); break;
            case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
            case 'ħ' or 'Ħ': folded.Append('h'); break;
            case 'ı': folded.Append('i'); break;
            case 'ς': folded.Append('σ'); break;
            case 'ٱ' or 'أ' or 'إ' or 'آ': folded.Append('ا'); break;
            case 'ى' or 'ی': folded.Append('ي'); break;
            case 'ة': folded.Append('ه'); break;
            case 'ک': folded.Append('ك'); break;
            case '’' or 'ʼ' or '‘': folded.Append('\''); break;
            default: folded.Append(char.ToLowerInvariant(c)); break;
        }
    }
}
