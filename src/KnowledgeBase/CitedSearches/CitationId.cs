using System.Security.Cryptography;

namespace KnowledgeBase.CitedSearches;

/// <summary>The short name of a cited search, made from the bytes of its record: nobody can change the record under the name.</summary>
public static class CitationId
{
    /// <summary>Characters of a name: 60 bits.</summary>
    public const int Length = 12;

    /// <summary>Digits and letters without those that are misread for one another (Crockford's base 32).</summary>
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The name of a record.</summary>
    public static string Of(ReadOnlySpan<byte> record)
    {
        var digest = SHA256.HashData(record);
        return string.Create(Length, digest, static (name, bits) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                var at = i * 5;
                var pair = (bits[at / 8] << 8) | bits[(at / 8) + 1];
                name[i] = Alphabet[(pair >> (11 - (at % 8))) & 31];
            }
        });
    }

    /// <summary>The name that a reader means who copied it by hand; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: Length })
        {
            return null;
        }

        var name = string.Create(Length, typed, static (name, typed) =>
        {
            for (var i = 0; i < name.Length; i++)
            {
                name[i] = char.ToLowerInvariant(typed[i]) switch { 'o' => '0', 'i' or 'l' => '1', var other => other };
            }
        });
        return name.All(static c => Alphabet.Contains(c, StringComparison.Ordinal)) ? name : null;
    }
}
