using System.Text;

namespace KnowledgeBase.Analysis;

/// <summary>In which direction a text is read.</summary>
public static class TextDirection
{
    /// <summary>Whether the first letter with a direction of its own is read from right to left, as browsers decide it.</summary>
    /// <returns>False for a text without letters.</returns>
    public static bool IsRightToLeft(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return IsOfRightToLeftScript(rune.Value);
            }
        }

        return false;
    }

    /// <summary>Hebrew, Arabic and their neighbours, and the blocks that Unicode keeps for further scripts of that direction.</summary>
    private static bool IsOfRightToLeftScript(int letter) => letter
        is (>= 0x0590 and <= 0x08FF)
        or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);
}
