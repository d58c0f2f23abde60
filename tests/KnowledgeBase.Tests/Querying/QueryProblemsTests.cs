using System.Reflection;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Querying;

public class QueryProblemsTests
{
    [Theory]
    [InlineData("police AND", "query.ignored", "Ignored: AND (there is nothing here for it to join).")]
    [InlineData("police NEAR/5", "query.ignored", "Ignored: NEAR (there is nothing here for it to join).")]
    [InlineData("NOT", "query.ignored", "Ignored: NOT (there is nothing here for it to join).")]
    [InlineData("OR", "query.ignored", "Ignored: OR (there is nothing here for it to join).")]
    [InlineData("police %", "query.no_word", "Ignored: % (it contains no word).")]
    [InlineData("\"…\" police", "query.no_word", "Ignored: \"…\" (it contains no word).")]
    [InlineData("\"police congr", "query.unclosed_phrase", "Closing quote added: “police congr”.")]
    [InlineData("(police", "query.unclosed_bracket", "Closing bracket added at the end.")]
    [InlineData("police)", "query.stray_bracket", "Ignored: ) (no bracket is open here).")]
    [InlineData("() police", "query.empty_brackets", "Ignored: ( ) (there is nothing between the brackets).")]
    [InlineData("foo:bar", "query.unknown_field", "There is no field “foo”; searched as words.")]
    [InlineData("title:", "query.empty_field", "Ignored: title: (nothing follows the colon).")]
    [InlineData("date:", "query.empty_field", "Ignored: date: (nothing follows the colon).")]
    [InlineData("date:()", "query.empty_field", "Ignored: date: (nothing follows the colon).")]
    [InlineData("date:(1914 OR soon)", "query.not_a_date", "“soon” is not a date and was searched as words; write for example date:1923, date:1923-09 or date:1923-09-03.")]
    [InlineData("like:(A-1 OR a/b)", "query.not_a_reference", "“a/b” is not a reference code such as IPA-1923-0007; like:a/b was searched as words.")]
    [InlineData("date:(1923", "query.unclosed_bracket", "Closing bracket added at the end.")]
    [InlineData("title:text:police", "query.field_before_field", "Ignored: title: (another field follows it).")]
    [InlineData("before:soon", "query.not_a_date", "“soon” is not a date and was searched as words; write for example before:1923, before:1923-09 or before:1923-09-03.")]
    [InlineData("date:1923..1914", "query.reversed_range", "“1923..1914” ends before it begins; the two dates were exchanged.")]
    [InlineData("date:{1914 TO 1923}", "query.exclusive_range", "Both ends of a range are included, in braces too.")]
    [InlineData("1924..1930", "query.read_as_date", "“1924..1930” was read as date:1924..1930; put it in quotation marks to look for these signs in the text.")]
    [InlineData("like:a/b", "query.not_a_reference", "“a/b” is not a reference code such as IPA-1923-0007; like:a/b was searched as words.")]
    [InlineData("police or war", "query.lower_case_operator", "“or” was searched as a word; in capitals, OR means either.")]
    [InlineData("police not war", "query.lower_case_operator", "“not” was searched as a word; in capitals, NOT leaves out what follows.")]
    [InlineData("police and war", "query.lower_case_operator", "“and” was searched as a word; in capitals, AND joins words, as a space does.")]
    [InlineData("police congress OR war", "query.mixed_operators", "Read as (police congress) OR war; put brackets to change that.")]
    [InlineData("police NEAR war", "query.no_distance", "NEAR needs a number of words; read as NEAR/10.")]
    [InlineData("police NEAR/51 war", "query.long_distance", "Words can be at most 50 words apart; read as 50.")]
    [InlineData("\"police war\"~51", "query.long_distance", "Words can be at most 50 words apart; read as 50.")]
    [InlineData("police NEAR/5 -war", "query.near_impossible", "NEAR/5 needs words or phrases of one field on both sides; read as AND.")]
    [InlineData("a NEAR/2 a NEAR/2 a NEAR/2 a NEAR/2 a NEAR/2 a NEAR/2 a NEAR/2 a NEAR/2 a NEAR/2 b", "query.long_near", "At most 8 NEAR or BEFORE can follow one another; this NEAR/2 was read as AND.")]
    [InlineData("quote:\"only a good man", "query.unclosed_phrase", "Closing quote added: “only a good man”.")]
    [InlineData("(a1 b1) NEAR/5 war", "query.near_each", "Each of the words in brackets was looked for NEAR/5 the other side.")]
    [InlineData("p*", "query.short_wildcard", "“p*” needs at least 2 letters beside its wildcards; searched as p.")]
    [InlineData("aa* ab* ac* ad* ae* af* ag* ah* ai* aj*", "query.many_wildcard_words", "At most 8 words can have wildcards; those of “ai*” and of what follows were ignored.")]
    [InlineData("police ?*", "query.short_wildcard", "“?*” needs at least 2 letters beside its wildcards; it was ignored.")]
    [InlineData("a*b*c*d*e", "query.many_wildcards", "“a*b*c*d*e” has more than 3 wildcards; searched as a*b*c*de.")]
    [InlineData("国際*", "query.wildcard_between_words", "In “国際*” every character is a word of its own; the wildcards were ignored.")]
    [InlineData("Who was Schober?", "query.question_mark", "The question mark after “Schober” was read as punctuation, not as a wildcard.")]
    [InlineData("\"criminal * police\"", "query.star_in_phrase", "Each * between the words of the phrase was read as one other word or none (1 in all).")]
    [InlineData("\"police *\"", "query.star_at_edge", "A * at the beginning or end of a phrase stands for no word that is needed; it was ignored.")]
    [InlineData("\"* police * war\"", "query.star_at_edge", "A * at the beginning or end of a phrase stands for no word that is needed; it was ignored.")]
    [InlineData("\"* police war\"~5", "query.star_at_edge", "A * at the beginning or end of a phrase stands for no word that is needed; it was ignored.")]
    [InlineData("inter*=", "query.spelled_behind", "Ignored: the = at the end of “inter*=”; before a word it asks for the word as spelled.")]
    [InlineData("Schober= police", "query.spelled_behind", "Ignored: the = at the end of “Schober=”; before a word it asks for the word as spelled.")]
    [InlineData("police —war", "query.dash_as_minus", "The dash “—” before a word was read as -, which leaves the word out.")]
    [InlineData("–title:war", "query.dash_as_minus", "The dash “–” before a word was read as -, which leaves the word out.")]
    [InlineData("war 'criminal police' war", "query.single_quotes", "Single quotation marks do not hold words together, as they are apostrophes too; write \"criminal police\" to find these words side by side.")]
    [InlineData("’criminal police’", "query.single_quotes", "Single quotation marks do not hold words together, as they are apostrophes too; write \"criminal police\" to find these words side by side.")]
    [InlineData("title:*", "query.star_alone", "“title:*” alone stands for everything and leaves nothing out.")]
    [InlineData("-*", "query.star_alone", "“-*” alone stands for everything and leaves nothing out.")]
    [InlineData("-(* OR a)", "query.star_alone", "“-(* OR a)” alone stands for everything and leaves nothing out.")]
    [InlineData("NOT (* (**))", "query.star_alone", "“NOT (* (**))” alone stands for everything and leaves nothing out.")]
    [InlineData("title:(a OR (* OR b))", "query.star_alone", "“title:(a OR (* OR b))” alone stands for everything and leaves nothing out.")]
    [InlineData("war~", "query.short_fuzzy", "Other spellings are looked for from 4 letters on; “war” was searched as it is.")]
    [InlineData("aaaa~ bbbb~ cccc~ dddd~ eeee~", "query.many_fuzzy", "Other spellings are looked for of 4 words; “eeee” was searched as it is.")]
    [InlineData("Schober~3", "query.fuzzy_edits", "“Schober~3”: a spelling can differ by 1 or 2 letters; read as ~2.")]
    [InlineData("Schob*~", "query.contradiction", "a wildcard and ~ do not go together; ~ was ignored.")]
    [InlineData("=Schober~", "query.contradiction", "~ and = do not go together; = was ignored.")]
    [InlineData("=\"Johann Schober\"~", "query.contradiction", "= and ~ do not go together; ~ was ignored.")]
    [InlineData("police^2", "query.boost", "Ignored: ^2 (words cannot be given a weight).")]
    public void A_query_says(string typed, string code, string message)
    {
        var problem = Assert.Single(Asked.Parse(typed).Problems, problem => problem.Code == code);
        Assert.Equal(message, problem.Message);
    }

    [Theory]
    [InlineData("l'Interpol")]
    [InlineData("states' police")]
    [InlineData("don't the states' police")]
    [InlineData("the 'police' of Vienna")]
    [InlineData("‘criminal police’")]
    [InlineData("well-known anti–anarchist 1914–1923 police")]
    [InlineData("date:1914–1923")]
    [InlineData("date:(1914 OR 1923)")]
    [InlineData("like:(A-1 OR A-2)")]
    [InlineData("said:Scho*")]
    [InlineData("lang:German")]
    public void What_is_plain_is_not_remarked_on(string typed) => Assert.Empty(Asked.Parse(typed).Problems);

    [Fact]
    public void Brackets_over_the_limit_are_ignored_and_said()
    {
        var result = Asked.Parse(new string('(', 30) + "police" + new string(')', 30) + " war");
        Assert.Equal("(all police war)", result.Query.ToString());
        Assert.Equal("Brackets are read 20 deep; deeper ones were ignored.", Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void Text_over_the_limit_is_cut_at_a_space_and_said()
    {
        var result = Asked.Parse(string.Concat(Enumerable.Repeat("\"police\" ", 200)));
        Assert.Equal("'police'", result.Query.ToString());
        Assert.Contains(result.Problems, static problem => problem.Code == "query.too_long"
            && problem.Message == "A query has at most 1,024 characters; what follows was not read." && problem.Span.Start <= 1024);
    }

    [Fact]
    public void Clauses_over_the_limit_are_cut_and_said_once()
    {
        var result = Asked.Parse(string.Join(' ', Enumerable.Range(0, 100).Select(static n => $"w{n}")));
        Assert.Equal(QueryLimits.Clauses, Assert.IsType<QueryNode.All>(result.Query).Children.Length);
        Assert.Equal("A query has at most 64 words and conditions; what follows was not read.", Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void Long_phrases_are_cut_and_said()
    {
        var result = Asked.Parse("\"" + string.Concat(Enumerable.Repeat("a ", 250)) + "\"");
        Assert.Equal(QueryLimits.PhraseWords, Assert.IsType<QueryNode.Phrase>(result.Query).Elements.Length);
        Assert.Equal("Only the first 200 words of this phrase were used.", Assert.Single(result.Problems).Message);
        var characters = Asked.Parse(new string('国', 250));
        Assert.Equal(QueryLimits.PhraseWords, Assert.IsType<QueryNode.Phrase>(characters.Query).Elements.Length);
        Assert.Equal("Only the first 200 words of this phrase were used.", Assert.Single(characters.Problems).Message);
        var window = Asked.Parse("\"" + string.Concat(Enumerable.Repeat("a ", 30)) + "\"~5");
        Assert.Equal(QueryLimits.WindowWords, Assert.IsType<QueryNode.Window>(window.Query).Elements.Length);
        Assert.Equal("Only the first 20 words of this phrase were used.", Assert.Single(window.Problems).Message);
    }

    [Fact]
    public void A_quotation_has_more_room_and_is_cut_after_its_last_word()
    {
        var words = Enumerable.Range(0, 300).Select(static n => $"wo{n % 10}").ToList();
        var result = Asked.Parse($"quote:\"{string.Join(' ', words)}\"");
        Assert.Equal(string.Join(' ', words.Take(200)), Assert.IsType<QueryNode.Quote>(result.Query).Text);
        Assert.Equal("A quotation has at most 200 words; only the first 200 were used.", Assert.Single(result.Problems).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("police congress")]
    [InlineData("\"criminal police\" NEAR/5 (congress OR conf*) -war date:1914~")]
    [InlineData("title: congress")]
    [InlineData("C++ 50% a/b C:\\x")]
    public void Plain_queries_have_no_problems(string typed) => Assert.Empty(Asked.Parse(typed).Problems);

    [Fact]
    public void Problems_point_at_what_was_typed()
    {
        const string typed = "\u200Epolice foo:bar AND";
        var problems = Asked.Parse(typed).Problems;
        Assert.Equal(["foo:", "AND"], problems.Select(problem => problem.Span.In(typed)));
    }

    [Fact]
    public void Every_problem_has_a_code_of_its_own()
    {
        var codes = new List<string>();
        foreach (var method in typeof(QueryProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var arguments = method.GetParameters().Select(static p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : "x");
            codes.Add(((QueryProblem)method.Invoke(null, [.. arguments])!).Code);
        }

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, static code => Assert.Matches("^query\\.[a-z_]+$", code));
    }
}
