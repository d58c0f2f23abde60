using System.Text.RegularExpressions;
using Part = KnowledgeBase.Querying.Advanced.AdvancedWriter.Part;

namespace KnowledgeBase.Querying.Advanced;

/// <summary>The dates of an advanced form as query text.</summary>
internal static partial class FormDates
{
    /// <summary>When the documents are from, and when they joined the archive.</summary>
    public static IEnumerable<Part> Of(AdvancedForm form, List<FormProblem> problems)
    {
        if (OfDocuments(form, problems) is { } date)
        {
            yield return date;
        }

        if (Added(form, problems) is { } added)
        {
            yield return new Part("added:" + added);
        }
    }

    private static Part? OfDocuments(AdvancedForm form, List<FormProblem> problems)
    {
        var from = Read(form.From, FormFields.From, problems);
        var to = Read(form.To, FormFields.To, problems);
        if (form.Undated is UndatedChoice.Only)
        {
            if (from is not null || to is not null)
            {
                problems.Add(new FormProblem(
                    FormFields.Undated, "form.undated_and_dates", "A document without a date lies in no time. Take the dates away, or choose “As well”."));
            }

            return new Part("date:none");
        }

        if (from is null && to is null)
        {
            return null;
        }

        (from, to) = (About(from, form), About(to, form));
        var range = from == to ? from! : $"{from}..{to}";
        if (FormQuery.Parse("date:" + range).Problems.Any(static problem => problem.Code == "query.reversed_range"))
        {
            problems.Add(new FormProblem(FormFields.To, "form.date_order", "This ends before it begins; write the earlier date into “From”."));
        }

        var date = $"date:{(form.Within ? "within:" : "")}{range}";
        return form.Undated is UndatedChoice.AsWell
            ? new Part(date + " OR date:none") { NeedsBrackets = true }
            : new Part(date);
    }

    private static string? Added(AdvancedForm form, List<FormProblem> problems)
    {
        var choice = AdvancedForm.AddedChoices.Contains(form.Added) ? form.Added : null;
        if (Read(form.AddedSince, FormFields.AddedSince, problems) is not { } since)
        {
            return choice;
        }

        if (choice is not null)
        {
            problems.Add(new FormProblem(FormFields.AddedSince, "form.added_twice", "Choose a time or write a date, not both."));
        }

        return since + "..";
    }

    private static string? Read(string typed, string field, List<FormProblem> problems)
    {
        if (QueryParser.IsBlank(typed))
        {
            return null;
        }

        if (TypedDate.TryRead(typed, out var date, out var problem))
        {
            return date;
        }

        problems.Add(new FormProblem(field, "form.date", problem));
        return null;
    }

    /// <summary>With the sign for "about"; a decade has it as its unknown last digit.</summary>
    private static string? About(string? date, AdvancedForm form) =>
        date is null || !form.About || date.EndsWith('~') ? date : Decade().Replace(date, "$1X") + "~";

    [GeneratedRegex("^([0-9]{3})0s$", RegexOptions.CultureInvariant)]
    private static partial Regex Decade();
}
