namespace KnowledgeBase.Tests.Language;

/// <summary>The rows of conditions with a colon.</summary>
internal static partial class LanguageTable
{
    private static LanguageRow[] Fields =>
    [
        new("title:congress", "title contains …", "title contains congress", "vienna monaco"),
        new("intitle:congress", "title contains …", "title contains congress", "vienna monaco"),
        new("text:extradition", "text contains …", "text contains extradition", "monaco vienna delegate"),
        new("type:letter", "type is …", "type is letter", "circular prefect"),
        new("type:historical-note", "type is …", "type is historical-note", "london monaco army vienna bureau"),
        new("source:S003", "source contains …", "source contains S003", "antwerp denk paris"),
        new("source:Zeitung", "source contains …", "source contains Zeitung", "vienna delegate bureau"),
        new("person:Dressler", "person contains …", "person contains Dressler", "bureau"),
        new("place:Paris", "place contains …", "place contains Paris", "circular prefect paris"),
        new("subject:forgery", "subject contains …", "subject contains forgery", "circular"),
        new("lang:de", "language is …", "language is German (de)", "antwerp denk"),
        new("lang:German", "language is …", "language is German (de)", "antwerp denk"),
        new("lang:deutsch", "language is …", "language is German (de)", "antwerp denk"),
        new("lang:(Français OR \"german\")", "…", "language is (French (fr) or German (de))", "paris antwerp denk"),
        new("ref:IPA-1923", "reference code begins with …", "reference code begins with IPA-1923", "vienna delegate"),
        new("ref:1923-0007", "reference code contains …", "reference code contains 1923-0007", "vienna"),
        new("ref:IPA-1941-0001", "reference code is …", "reference code is IPA-1941-0001", "card"),
        new("status:transcribed", "status is …", "status is transcribed", "prefect menu"),
        new("title:(congress OR bureau)", "title contains …", "title contains (congress or bureau)", "vienna monaco bureau"),
        new("title:\"the bureau\"", "title contains …", "title contains exactly “the bureau”", "bureau"),
        new("title:congress police", "title contains …", "word: police; title contains congress", "vienna monaco"),
        new("police -title:congress", "…", "word: police; without: title contains congress", "army delegate bureau"),
        new("said:Schober", "said by …", "said by Schober (also Johann Schober)", "vienna"),
        new("said:Schober extradition", "said by …", "said by Schober (also Johann Schober), in words that contain extradition", "vienna"),
        new("said:Scho*", "said by …", "said by a name that fits Scho*", "vienna"),
        new("said:Shober~", "said by …", "said by a name spelled like Shober~", "vienna"),
        new("said:=Schober", "said by …", "said by “Schober” as spelled", "vienna"),
        new("said:=schober", "said by …", "said by “schober” as spelled", ""),
        new("said:Schober memory", "said by …", "said by Schober (also Johann Schober), in words that contain memory", ""),
        new("said:\"Oskar Dressler\" memory", "said by …", "said by Oskar Dressler, in words that contain memory", "bureau"),
        new("quote:\"Extradition must never wait for the slow post of ministries\"", "looking for a quotation",
            "looking for a quotation: “Extradition must never wait for the slow post of ministries”", "vienna delegate")
        {
            IsOrdered = true,
        },
        new("quote:„extradition must not wait for the slow post of ministries“", "looking for a quotation",
            "looking for a quotation: “extradition must not wait for the slow post of ministries”", "delegate vienna")
        {
            IsOrdered = true,
        },
        new("title:", "…", "all documents", Everything) { Notes = "Ignored: title: (nothing follows the colon)." },
    ];

    private static LanguageRow[] Dates =>
    [
        new("date:1923", "date overlaps …", "date overlaps 1923", "vienna delegate"),
        new("date:1923-09", "date overlaps …", "date overlaps September 1923", "vienna delegate"),
        new("date:1923-09-05", "date overlaps …", "date overlaps 5 September 1923", "vienna delegate"),
        new("date:1923-09-06", "date overlaps …", "date overlaps 6 September 1923", "vienna"),
        new("date:1914..1923", "date overlaps …", "date overlaps 1914–1923", "circular monaco prefect army vienna delegate"),
        new("date:..1914", "date overlaps …", "date overlaps 1914 or before", "london circular monaco prefect"),
        new("date:1937..", "date overlaps …", "date overlaps 1937 or after", "paris card signs"),
        new("date:within:1914..1923", "date within …", "date within 1914–1923", "monaco army vienna delegate"),
        new("date:1914~", "about 1914 (1913–1915)", "date about 1914 (1913–1915)", "circular monaco prefect"),
        new("date:none", "undated", "undated", "menu"),
        new("before:1914", "…", "date before 1914", "london circular prefect"),
        new("after:1923-09", "…", "date after September 1923", "bureau antwerp denk paris card signs"),
        new("date:[1914 TO 1923]", "date overlaps …", "date overlaps 1914–1923", "circular monaco prefect army vienna delegate"),
        new("date:1914/1923", "date overlaps …", "date overlaps 1914–1923", "circular monaco prefect army vienna delegate"),
        new("date:soon", "…", "word: soon", "")
        {
            Notes = "“soon” is not a date and was searched as words; write for example date:1923, date:1923-09 or date:1923-09-03.",
        },
        new("date:(1914 OR 1923)", "either: date overlaps …", "either: date overlaps 1914 or date overlaps 1923", "circular monaco prefect vienna delegate"),
        new("-date:(1914 OR 1923)", "without: …", "all documents without: (date overlaps 1914 or date overlaps 1923)", "army bureau antwerp denk paris card signs london menu"),
        new("before:(1914)", "…", "date before 1914", "london circular prefect"),
        new("added:last-week", "added …", "added last week (17 November 2026 to 23 November 2026)", "monaco vienna delegate"),
        new("added:2026-09", "added …", "added September 2026", "circular"),
        new("congress date:1914..1923 -said:Schober", "…", "word: congress; date overlaps 1914–1923; without: said by Schober (also Johann Schober)", "monaco delegate"),
    ];
}
