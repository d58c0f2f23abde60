using System.Collections.Immutable;
using System.Globalization;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>The query of an advanced form.</summary>
/// <param name="Text">As it stands in the search box; empty for everything. Without what <paramref name="Problems"/> speak of.</param>
/// <param name="Problems">What cannot be searched for as it was filled in, in the order of the form.</param>
public sealed record WrittenForm(string Text, ImmutableArray<FormProblem> Problems);

/// <summary>Writes the query of an advanced form, in the language of the search box.</summary>
/// <remarks>
/// Pure; never throws. Whatever is typed into a field stays in the field: read again, the text asks for what each field asks for by
/// itself, and for all of it. Within the <see cref="QueryLimits"/>; a text that is longer than they allow is a problem.
/// </remarks>
public static class AdvancedWriter
{
    private const int UsualDistance = 10;

    /// <summary>Writes a form.</summary>
    public static WrittenForm Write(AdvancedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var problems = new List<FormProblem>();
        var parts = new List<Part>();
        parts.AddRange(Words(form, problems));
        parts.AddRange(Near(form, problems));
        for (var row = 0; row < Math.Min(form.Fields.Length, AdvancedForm.FieldCount); row++)
        {
            parts.AddRange(InField(form.Fields[row], FormFields.FieldWords(row), problems));
        }

        parts.AddRange(Said(form, problems));
        parts.AddRange(FormDates.Of(form, problems));
        parts.AddRange(Without(form, problems));
        var text = WithTyped(parts, form.Typed.Trim());
        if (text.Length > Limit(text))
        {
            problems.Add(new FormProblem("", "form.too_long", string.Create(
                CultureInfo.InvariantCulture, $"Together this is a search of {text.Length:N0} characters; at most {Limit(text):N0} can be read. Leave something out.")));
        }

        return new WrittenForm(text, [.. problems]);
    }

    private static int Limit(string text) =>
        text.Contains("quote:", StringComparison.OrdinalIgnoreCase) ? QueryLimits.QuoteCharacters : QueryLimits.Characters;

    private static IEnumerable<Part> Words(AdvancedForm form, List<FormProblem> problems)
    {
        var all = FormTerms.Flat(form.All, "AND");
        Check(FormFields.All, form.All, all.IsEmpty, problems);
        if (!all.IsEmpty)
        {
            yield return Part.Words(Join(all));
        }

        var phrase = FormTerms.Verbatim(form.Phrase);
        Check(FormFields.Phrase, form.Phrase, phrase.Length == 0, problems);
        if (phrase.Length > 0)
        {
            yield return Part.Words($"{(form.AsSpelled ? "=" : "")}\"{phrase}\"");
        }

        var any = FormTerms.Flat(form.Any, "OR");
        Check(FormFields.Any, form.Any, any.IsEmpty, problems);
        if (!any.IsEmpty)
        {
            yield return Part.Words(string.Join(" OR ", any.Select(static term => term.Text))) with { NeedsBrackets = any.Length > 1 };
        }
    }

    private static IEnumerable<Part> Near(AdvancedForm form, List<FormProblem> problems)
    {
        var (one, other) = (Side(form.Near), Side(form.NearOther));
        Check(FormFields.Near, form.Near, one.Length == 0, problems);
        Check(FormFields.NearOther, form.NearOther, other.Length == 0, problems);
        var distance = Distance(form, problems);
        if (one.Length > 0 && other.Length > 0)
        {
            yield return Part.Words(string.Create(
                CultureInfo.InvariantCulture, $"{one} {(form.NearInOrder ? "BEFORE" : "NEAR")}/{distance} {other}")) with
            { NeedsBrackets = true };
        }
        else if (one.Length + other.Length > 0 && form.Near.AsSpan().IsWhiteSpace() != form.NearOther.AsSpan().IsWhiteSpace())
        {
            var missing = one.Length == 0 ? FormFields.Near : FormFields.NearOther;
            problems.Add(new FormProblem(missing, "form.near_side", "Near what? Fill in both, or write the word above."));
        }
    }

    private static int Distance(AdvancedForm form, List<FormProblem> problems)
    {
        if (form.NearDistance.AsSpan().IsWhiteSpace())
        {
            return UsualDistance;
        }

        if (int.TryParse(form.NearDistance.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance <= QueryLimits.Distance)
        {
            return distance;
        }

        problems.Add(new FormProblem(FormFields.NearDistance, "form.near_distance", $"Write a whole number from 0 to {QueryLimits.Distance}."));
        return UsualDistance;
    }

    /// <summary>A side of a NEAR; words side by side are a phrase, as each for itself would be another question.</summary>
    private static string Side(string value)
    {
        var choices = FormTerms.Choices(value);
        var sides = string.Join(" OR ", choices.Select(static choice => choice is [var only]
            ? only.Text
            : $"{(choice.All(static term => term.IsSpelled) ? "=" : "")}\"{string.Join(' ', choice.Select(static term => term.InPhrase))}\""));
        return choices.Length > 1 ? $"({sides})" : sides;
    }

    private static IEnumerable<Part> InField(FieldWords asked, string name, List<FormProblem> problems)
    {
        var choices = FormTerms.Choices(asked.Words);
        Check(name, asked.Words, choices.IsEmpty, problems);
        if (!choices.IsEmpty)
        {
            var field = AdvancedForm.FieldsToChoose.Contains(asked.Field) ? asked.Field : AdvancedForm.FieldsToChoose[0];
            var words = Either(choices, out var isOne);
            yield return new Part($"{field}:{(isOne ? words : $"({words})")}");
        }
    }

    /// <summary>Terms with OR between some of them, and brackets around what stands side by side.</summary>
    private static string Either(ImmutableArray<ImmutableArray<FormTerm>> choices, out bool isOne)
    {
        isOne = choices is [[_]];
        return string.Join(" OR ", choices.Select(choice => choices.Length > 1 && choice.Length > 1 ? $"({Join(choice)})" : Join(choice)));
    }

    private static IEnumerable<Part> Said(AdvancedForm form, List<FormProblem> problems)
    {
        var speaker = FormTerms.Name(form.Speaker);
        var choices = FormTerms.Choices(form.Said);
        Check(FormFields.Speaker, form.Speaker, speaker.Length == 0, problems);
        Check(FormFields.Said, form.Said, choices.IsEmpty, problems);
        if (speaker.Length == 0 && choices.IsEmpty)
        {
            yield break;
        }

        var words = choices.IsEmpty ? "" : Either(choices, out _);
        yield return new Part($"said:{(speaker.Length == 0 ? "*" : speaker)}{(words.Length == 0 ? "" : choices.Length > 1 ? $" ({words})" : " " + words)}")
        {
            // Words beside it would be looked for in the quotation.
            NeedsBrackets = words.Length > 0,
            NeedsBracketsBesideWords = true,
        };
    }

    private static IEnumerable<Part> Without(AdvancedForm form, List<FormProblem> problems)
    {
        var none = FormTerms.Flat(form.None, "AND", "OR");
        Check(FormFields.None, form.None, none.IsEmpty, problems);
        if (!none.IsEmpty)
        {
            yield return new Part(string.Join(' ', none.Select(static term => "-" + term.Text)));
        }
    }

    /// <summary>
    /// Puts the parts together, and behind them what was typed in the language: as it is, in brackets, or taken apart,
    /// whichever of these first asks for the same as both by themselves.
    /// </summary>
    private static string WithTyped(List<Part> parts, string typed)
    {
        if (parts.Count == 0)
        {
            return typed;
        }

        var written = FormQuery.Read(typed);
        if (typed.Length == 0 || written is QueryNode.Everything)
        {
            return Join(parts, besideWords: parts.Exists(static part => part.IsWords));
        }

        var own = Join(parts, besideWords: true);
        var wanted = QuerySimplifier.Simplify(new QueryNode.All([FormQuery.Read(own), written]));
        var apart = FormQuery.Conditions(written).SelectMany(node => Enumerable.Repeat($"({FormQuery.TextOf(node, typed)})", node.Times));
        string[] ways =
        [
            $"{Join(parts, besideWords: parts.Exists(static part => part.IsWords), isAlone: false)} {typed}",
            $"{Join(parts, besideWords: true, isAlone: false)} {typed}",
            $"{Join(parts, besideWords: true, isAlone: false)} ({typed})",
            $"{Join(parts, besideWords: true, isAlone: false)} {string.Join(' ', apart)}",
        ];
        return ways.FirstOrDefault(way => FormQuery.AreSame(FormQuery.Read(way), wanted)) ?? ways[^1];
    }

    private static string Join(List<Part> parts, bool besideWords, bool isAlone = true) => string.Join(' ', parts.Select(part =>
        (part.NeedsBrackets && !(isAlone && parts.Count == 1)) || (part.NeedsBracketsBesideWords && besideWords) ? $"({part.Text})" : part.Text));

    private static string Join(ImmutableArray<FormTerm> terms) => string.Join(' ', terms.Select(static term => term.Text));

    private static void Check(string field, string typed, bool isEmpty, List<FormProblem> problems)
    {
        if (typed.Length > QueryLimits.QuoteCharacters)
        {
            problems.Add(new FormProblem(field, "form.too_long", string.Create(
                CultureInfo.InvariantCulture, $"These are {typed.Length:N0} characters; at most {QueryLimits.Characters:N0} can be read. Leave something out.")));
        }
        else if (isEmpty && !QueryParser.IsBlank(typed))
        {
            var shown = typed.Trim();
            problems.Add(new FormProblem(field, "form.no_word", $"“{(shown.Length > 40 ? shown[..40] + "…" : shown)}” has no word in it that could be looked for."));
        }
    }

    /// <summary>What one field asks for.</summary>
    /// <param name="Text">As query text.</param>
    internal sealed record Part(string Text)
    {
        /// <summary>Whether it holds together by itself only.</summary>
        public bool NeedsBrackets { get; init; }

        /// <summary>Whether words beside it would change it.</summary>
        public bool NeedsBracketsBesideWords { get; init; }

        /// <summary>Whether it asks for words that could belong to something beside it.</summary>
        public bool IsWords { get; init; }

        public static Part Words(string text) => new(text) { IsWords = true };
    }
}
