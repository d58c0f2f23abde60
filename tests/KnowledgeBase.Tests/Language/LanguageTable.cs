using System.Collections.Immutable;

namespace KnowledgeBase.Tests.Language;

/// <summary>One query of the language: what the language promises and what the archive answers.</summary>
/// <param name="Typed">What a reader types.</param>
/// <param name="PageSays">What the page says of such a query, as the language promises it; <c>…</c> stands for the rest.</param>
/// <param name="SearchedAs">The whole sentence.</param>
/// <param name="Documents">The documents that match in full, by the names of their files.</param>
internal sealed record LanguageRow(string Typed, string PageSays, string SearchedAs, string Documents)
{
    /// <summary>What was ignored, re-read or limited; empty when all was plain.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Whether the documents stand in this order.</summary>
    public bool IsOrdered { get; init; }
}

/// <summary>The query language, a row for everything a reader can type.</summary>
internal static partial class LanguageTable
{
    private const string Police = "monaco army vienna delegate bureau";
    private const string Everything = "vienna delegate monaco bureau paris denk antwerp prefect circular army card menu london signs";

    /// <summary>Every row.</summary>
    public static ImmutableArray<LanguageRow> Rows { get; } = [.. Words, .. Phrases, .. Proximity, .. Patterns, .. Fields, .. Dates, .. OddText];

    private static LanguageRow[] Words =>
    [
        new("police congress", "all of: police, congress", "all of: police, congress", "vienna monaco delegate"),
        new("police AND congress", "all of: police, congress", "all of: police, congress", "vienna monaco delegate"),
        new("+police +congress", "all of: police, congress", "all of: police, congress", "vienna monaco delegate"),
        new("police && congress", "all of: police, congress", "all of: police, congress", "vienna monaco delegate"),
        new("police OR gendarmerie", "either: …", "either: police or gendarmerie", Police + " circular prefect"),
        new("police || gendarmerie", "either: …", "either: police or gendarmerie", Police + " circular prefect"),
        new("police or gendarmerie", "…", "all of: police, or, gendarmerie", "")
        {
            Notes = "“or” was searched as a word; in capitals, OR means either.",
        },
        new("police and congress", "…", "all of: police, and, congress", "vienna monaco delegate")
        {
            Notes = "“and” was searched as a word; in capitals, AND joins words, as a space does.",
        },
        new("police not military", "…", "all of: police, not, military", "army")
        {
            Notes = "“not” was searched as a word; in capitals, NOT leaves out what follows.",
        },
        new("-police OR congress", "either: …", "either: (not police) or congress", "vienna monaco delegate paris denk antwerp prefect circular card menu london signs"),
        new("police –military", "…; without: military", "word: police; without: military", "monaco vienna delegate bureau")
        {
            Notes = "The dash “–” before a word was read as -, which leaves the word out.",
        },
        new("police -military", "…; without: military", "word: police; without: military", "monaco vienna delegate bureau"),
        new("police NOT military", "…; without: military", "word: police; without: military", "monaco vienna delegate bureau"),
        new("police !military", "…; without: military", "word: police; without: military", "monaco vienna delegate bureau"),
        new("(police OR gendarmerie) congress", "…", "word: congress; either: police or gendarmerie", "vienna monaco delegate"),
        new("police congress OR gendarmerie", "…", "either: (police and congress) or gendarmerie", "vienna monaco delegate circular prefect")
        {
            Notes = "Read as (police congress) OR gendarmerie; put brackets to change that.",
        },
        new("gendarmerie OR police congress", "…", "either: gendarmerie or (police and congress)", "vienna monaco delegate circular prefect")
        {
            Notes = "Read as gendarmerie OR (police congress); put brackets to change that.",
        },
        new("congrés", "…", "word: congrés", "paris"),
        new("\\AND police", "…", "all of: AND, police", Police),
    ];

    private static LanguageRow[] Phrases =>
    [
        new("\"criminal police\"", "exactly: \"criminal police\"", "exactly: “criminal police”", "vienna"),
        new("\"CRIMINAL  Police\"", "exactly: …", "exactly: “CRIMINAL Police”", "vienna"),
        new("\"criminal-police\"", "exactly: …", "exactly: “criminal police”", "vienna"),
        new("\"to the bureau\"", "exactly: …", "exactly: “to the bureau”", "bureau"),
        new("\"to bureau\"", "exactly: …", "exactly: “to bureau”", ""),
        new("“criminal police”", "exactly: \"criminal police\"", "exactly: “criminal police”", "vienna"),
        new("″criminal police″", "exactly: \"criminal police\"", "exactly: “criminal police”", "vienna"),
        new("'criminal police'", "…", "all of: criminal, police", "vienna bureau")
        {
            Notes = "Single quotation marks do not hold words together, as they are apostrophes too; write \"criminal police\" to find these words side by side.",
        },
        new("«criminal police»", "exactly: \"criminal police\"", "exactly: “criminal police”", "vienna"),
        new("„criminal police“", "exactly: \"criminal police\"", "exactly: “criminal police”", "vienna"),
        new("=\"DENK\"", "exactly, as spelled: …", "exactly, as spelled: “DENK”", "antwerp"),
        new("\"DENK\"", "exactly: …", "exactly: “DENK”", "antwerp denk"),
        new("=Schober", "exactly, as spelled: …", "exactly, as spelled: “Schober”", "vienna delegate"),
        new("=schober", "exactly, as spelled: …", "exactly, as spelled: “schober”", ""),
        new("\"criminal police\"~", "phrase, any word form", "phrase, any word form: “criminal police”", "vienna bureau"),
        new("\"police congr", "exactly: \"police congr\" (closing quote added)", "exactly: “police congr”", "")
        {
            Notes = "Closing quote added: “police congr”.",
        },
        new("\"international polic* (congress OR conference)\"", "… (2 word forms matched: police, polices)",
            "exactly: “international polic* (congress or conference)” (2 word forms matched: police, polices)", "vienna monaco"),
    ];

    private static LanguageRow[] Proximity =>
    [
        new("\"police congress\"~5", "within 5 words, any order", "within 5 words, any order: police, congress", "monaco delegate"),
        new("police NEAR/5 congress", "…", "within 5 words, any order: police, congress", "monaco delegate"),
        new("police BEFORE/5 congress", "…", "within 5 words, in this order: police, then congress", "monaco"),
        new("police AROUND(5) congress", "…", "within 5 words, any order: police, congress", "monaco delegate"),
        new("\"criminal police\" NEAR/5 (congress OR conf*)", "…",
            "within 5 words, any order: exactly “criminal police”, (congress or conf* (matched conference))", "vienna"),
        new("extradition police NEAR/5 congress", "…", "word: extradition; within 5 words, any order: police, congress", "monaco delegate"),
        new("police NEAR congress", "…", "within 10 words, any order: police, congress", "monaco delegate")
        {
            Notes = "NEAR needs a number of words; read as NEAR/10.",
        },
    ];

    private static LanguageRow[] Patterns =>
    [
        new("polic*", "…", "words: polic* (2 word forms matched: police, polices)", Police),
        new("wom?n", "…", "words: wom?n (2 word forms matched: woman, women)", "prefect army"),
        new("p*", "…", "word: p", "")
        {
            Notes = "“p*” needs at least 2 letters beside its wildcards; searched as p.",
        },
        new("*politan", "…", "words: *politan (matched metropolitan)", "london"),
        new("Schoeber~", "about: Schoeber (…", "about: Schoeber (2 word forms matched: schober, schoeber)", "vienna delegate denk"),
        new("Schober~", "about: Schober (…", "about: Schober (2 word forms matched: schober, schoeber)", "vienna delegate denk"),
        new("Schobre~2", "about: Schobre…", "about: Schobre, up to 2 letters different (2 word forms matched: schober, schoeber)", "vienna delegate denk"),
        new("Schoeberr~", "about: Schoeberr (matched schoeber)", "about: Schoeberr (matched schoeber)", "denk"),
    ];

    private static LanguageRow[] OddText =>
    [
        new("like:IPA-1923-0007", "…", "similar to IPA-1923-0007", "delegate monaco bureau") { IsOrdered = true },
        new("like:IPA-9999-1", "…", "similar to IPA-9999-1", "")
        {
            Notes = "The archive has no document “IPA-9999-1”; like: needs the reference code of a document, such as IPA-1923-0200.",
        },
        new("police -like:Monaco", "…", "word: police; without: similar to Monaco", Police)
        {
            Notes = "The archive has no document “Monaco”; like: needs the reference code of a document, such as IPA-1923-0200.",
        },
        new("police AND", "ignored: AND", "word: police", Police) { Notes = "Ignored: AND (there is nothing here for it to join)." },
        new("OR police", "ignored: OR", "word: police", Police) { Notes = "Ignored: OR (there is nothing here for it to join)." },
        new(")(", "…", "all documents", Everything)
        {
            Notes = "Ignored: ) (no bracket is open here). Ignored: ( ) (there is nothing between the brackets).",
        },
        new("C:\\x", "…", "phrase, any word form: “C x”", "signs"),
        new("a/b", "…", "phrase, any word form: “a b”", "signs"),
        new("50%", "…", "word: 50", "signs"),
        new("C++", "…", "word: C", "signs"),
        new("/poli(c|z)e*/", "…", "all of: poli, e; phrase, any word form: “c z”", "")
        {
            Notes = "“e*” needs at least 2 letters beside its wildcards; searched as e.",
        },
        new("foo\\:bar", "…", "phrase, any word form: “foo bar”", "signs"),
        new("foo:bar", "no field \"foo\"; searched as words", "all of: foo, bar", "signs") { Notes = "There is no field “foo”; searched as words." },
        new("", "all documents", "all documents", Everything) { IsOrdered = true },
        new("   ", "all documents", "all documents", Everything) { IsOrdered = true },
    ];
}
