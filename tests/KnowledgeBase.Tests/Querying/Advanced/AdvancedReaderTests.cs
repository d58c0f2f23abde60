using KnowledgeBase.Querying.Advanced;

namespace KnowledgeBase.Tests.Querying.Advanced;

public class AdvancedReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  *  ", "")]
    [InlineData("police polic* Schober~2 anti-anarchist", "All=police polic* Schober~2 anti-anarchist")]
    [InlineData("police police congress", "All=police police congress")]
    [InlineData("“criminal police” congress \"world war\"", "All=congress \"world war\" | Phrase=criminal police")]
    [InlineData("=\"Johann Schober\" =Wien", "All==Wien | Phrase=Johann Schober | AsSpelled")]
    [InlineData("\"international polic*\" \"police congress\"~5 \"criminal police\"~", "All=\"international polic*\" \"police congress\"~5 \"criminal police\"~")]
    [InlineData("congress (police OR \"secret service\")", "All=congress | Any=police \"secret service\"")]
    [InlineData("police OR gendarmerie", "Any=police gendarmerie")]
    [InlineData("police NOT military -\"world war\"", "All=police | None=military \"world war\"")]
    [InlineData("police NEAR/5 congress", "Near=police | NearOther=congress | NearDistance=5")]
    [InlineData("\"criminal police\" BEFORE/3 (congress OR conf*)", "Near=\"criminal police\" | NearOther=congress OR conf* | NearDistance=3 | NearInOrder")]
    [InlineData("title:congress person:\"Johann Schober\" place:(The Hague)", "title=congress | person=\"Johann Schober\" | place=The Hague")]
    [InlineData("title:(police OR (secret war))", "title=police OR secret war")]
    [InlineData("title:a title:b title:c title:d", "title=a | title=b | title=c | Typed=title:d")]
    [InlineData("said:Schober", "Speaker=Schober")]
    [InlineData("said:\"Johann Schober\" extradition crime", "Speaker=Johann Schober | Said=extradition crime")]
    [InlineData("(said:Schober) police", "All=police | Speaker=Schober")]
    [InlineData("said:* crime", "Said=crime")]
    [InlineData("date:1914..1923", "From=1914 | To=1923")]
    [InlineData("1924..1930", "From=1924 | To=1930")]
    [InlineData("date:within:1914..", "From=1914 | Within")]
    [InlineData("date:1914~", "From=1914 | To=1914 | About")]
    [InlineData("before:1914", "To=1913")]
    [InlineData("date:[1914 TO 1923]", "From=1914 | To=1923")]
    [InlineData("date:none", "Undated=Only")]
    [InlineData("date:1914 OR date:none", "From=1914 | To=1914 | Undated=AsWell")]
    [InlineData("added:last-week", "Added=last-week")]
    [InlineData("added:2026-09..", "AddedSince=2026-09")]
    [InlineData("added:2026-09", "Typed=added:2026-09")]
    [InlineData("police like:IPA-1923-0200 type:speech", "All=police | Typed=like:IPA-1923-0200 type:speech")]
    [InlineData("congress title:a OR person:b", "Typed=congress title:a OR person:b")]
    [InlineData("congress (title:a OR person:b)", "All=congress | Typed=(title:a OR person:b)")]
    [InlineData("police -(a OR b)", "All=police | Typed=-(a OR b)")]
    [InlineData("date:1914 date:1923", "From=1914 | To=1914 | Typed=date:1923")]
    public void A_query_fills_the_form(string typed, string filled) => Assert.Equal(filled, Print(AdvancedReader.Read(typed)));

    private static string Print(AdvancedForm form)
    {
        List<(string Name, string? Value)> parts =
        [
            ("All=", form.All), ("Phrase=", form.Phrase), ("AsSpelled", form.AsSpelled ? "" : null), ("Any=", form.Any), ("None=", form.None),
            ("Near=", form.Near), ("NearOther=", form.NearOther), ("NearDistance=", form.NearDistance), ("NearInOrder", form.NearInOrder ? "" : null),
            .. form.Fields.Select(static row => (row.Field + "=", row.Words)),
            ("Speaker=", form.Speaker), ("Said=", form.Said), ("From=", form.From), ("To=", form.To), ("About", form.About ? "" : null),
            ("Within", form.Within ? "" : null), ("Undated=", form.Undated is UndatedChoice.Usual ? "" : form.Undated.ToString()),
            ("Added=", form.Added), ("AddedSince=", form.AddedSince), ("Typed=", form.Typed),
        ];
        return string.Join(" | ", parts.Where(static part => part.Value?.Length > 0 || (part.Value is not null && !part.Name.EndsWith('=')))
            .Select(static part => part.Name + part.Value));
    }
}
