using System.Collections.Frozen;
using KnowledgeBase.Analysis;

namespace KnowledgeBase.Querying;

/// <summary>Languages by their codes, and by what they are called in English and by themselves.</summary>
public static class LanguageNames
{
    /// <summary>Code, English name, then what speakers call it.</summary>
    private static readonly string[][] Known =
    [
        ["ar", "Arabic", "العربية", "عربي"],
        ["bg", "Bulgarian", "български"],
        ["cs", "Czech", "čeština", "česky"],
        ["da", "Danish", "dansk"],
        ["de", "German", "Deutsch"],
        ["el", "Greek", "ελληνικά"],
        ["en", "English"],
        ["es", "Spanish", "español", "castellano"],
        ["et", "Estonian", "eesti"],
        ["fa", "Persian", "Farsi", "فارسی"],
        ["fi", "Finnish", "suomi"],
        ["fr", "French", "français"],
        ["he", "Hebrew", "עברית"],
        ["hi", "Hindi", "हिन्दी"],
        ["hr", "Croatian", "hrvatski"],
        ["hu", "Hungarian", "magyar"],
        ["id", "Indonesian"],
        ["it", "Italian", "italiano"],
        ["ja", "Japanese", "日本語"],
        ["ko", "Korean", "한국어"],
        ["la", "Latin", "Latina"],
        ["lt", "Lithuanian", "lietuvių"],
        ["lv", "Latvian", "latviešu"],
        ["nl", "Dutch", "Nederlands"],
        ["no", "Norwegian", "norsk"],
        ["pl", "Polish", "polski"],
        ["pt", "Portuguese", "português"],
        ["ro", "Romanian", "română"],
        ["ru", "Russian", "русский"],
        ["sk", "Slovak", "slovenčina", "slovensky"],
        ["sl", "Slovenian", "Slovene", "slovenščina"],
        ["sq", "Albanian", "shqip"],
        ["sr", "Serbian", "српски", "srpski"],
        ["sv", "Swedish", "svenska"],
        ["th", "Thai"],
        ["tr", "Turkish", "Türkçe"],
        ["uk", "Ukrainian", "українська"],
        ["vi", "Vietnamese"],
        ["yi", "Yiddish", "ייִדיש"],
        ["zh", "Chinese", "中文"],
    ];

    private static readonly FrozenDictionary<string, string> Codes = Known
        .SelectMany(static language => language.Skip(1).Select(name => (Name: TextFolding.Fold(name), Code: language[0])))
        .ToFrozenDictionary(static pair => pair.Name, static pair => pair.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names =
        Known.ToFrozenDictionary(static language => language[0], static language => language[1], StringComparer.Ordinal);

    /// <summary>The code of a language that was named, whatever its capitals and accents; null when there is none of that name.</summary>
    public static string? CodeOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Codes.GetValueOrDefault(TextFolding.Fold(name));
    }

    /// <summary>The English name of a code; null for one that is not known.</summary>
    public static string? NameOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Names.GetValueOrDefault(code.ToLowerInvariant());
    }
}
