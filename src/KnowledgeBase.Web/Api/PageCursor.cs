using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace KnowledgeBase.Web.Api;

/// <summary>A place in the results of one search on one state of the index, as it stands in an address.</summary>
/// <remarks>
/// Opaque for callers, and not secret: whoever makes one up only gets a page of a search that is open to everybody. A checksum tells
/// a cursor that was cut or mistyped from one that is old.
/// </remarks>
/// <param name="IndexVersion">The state.</param>
/// <param name="Offset">How many documents lie before the place.</param>
/// <param name="Day">The day as of which the query is read: the search must not change at midnight.</param>
/// <param name="Search">A digest of the search, <see cref="DigestOf"/>.</param>
internal sealed record PageCursor(string IndexVersion, int Offset, DateOnly Day, string Search)
{
    private const string Format = "1";
    private const char Separator = '|';
    private const int LongestCursor = 200;

    /// <summary>What makes two searches the same search: everything but the page, and the names that add variants to it.</summary>
    public static string DigestOf(SearchUrl url, string names) => Digest(url.Whole.ToQueryString() + "\n" + names);

    /// <summary>Reads a cursor; null when it is none.</summary>
    public static PageCursor? Read(string text)
    {
        if (text.Length > LongestCursor || text.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            return null;
        }

        string[] parts;
        try
        {
            parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text)).Split(Separator);
        }
        catch (FormatException)
        {
            return null;
        }

        return parts is [Format, var version, var offset, var day, var search, var sum]
            && sum == Digest(string.Join(Separator, parts[..^1]))
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var dayNumber)
            && dayNumber <= DateOnly.MaxValue.DayNumber
            ? new PageCursor(version, number, DateOnly.FromDayNumber(dayNumber), search)
            : null;
    }

    /// <summary>The cursor as it stands in an address.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Format}|{IndexVersion}|{Offset}|{Day.DayNumber}|{Search}");
        return WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{text}|{Digest(text)}"));
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
