using System.Collections.Immutable;
using KnowledgeBase.Querying.Advanced;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web;

/// <summary>The advanced form as it stands in the address that it makes.</summary>
internal static class AdvancedParameters
{
    /// <summary>What is to be done with the form.</summary>
    public const string Go = "go";

    /// <summary>The value of <see cref="Go"/> that runs the search.</summary>
    public const string Search = "search";

    /// <summary>The value of <see cref="Go"/> that only shows what the search would be.</summary>
    public const string Preview = "preview";

    /// <summary>The value of a checked box.</summary>
    public const string Yes = "1";

    /// <summary>The value of <see cref="FormFields.NearOrder"/> for "in this order".</summary>
    public const string InOrder = "this";

    /// <summary>The value of <see cref="FormFields.Relation"/> for "wholly within".</summary>
    public const string Within = "within";

    /// <summary>What becomes of undated documents: choice, name in addresses and words for the page.</summary>
    public static ImmutableArray<(UndatedChoice Choice, string Name, string Words)> Undated { get; } =
    [
        (UndatedChoice.Usual, "", "Left out when a date is given"),
        (UndatedChoice.AsWell, "too", "As well"),
        (UndatedChoice.Only, "only", "Only these"),
    ];

    /// <summary>What <see cref="FormFields.Added"/> can be, with words for the page.</summary>
    public static ImmutableArray<(string Name, string Words)> Added { get; } =
    [
        ("", "At any time"),
        .. AdvancedForm.AddedChoices.Select(static choice => (choice, choice == "today" ? "Today" : $"In the {choice.Replace('-', ' ')}")),
    ];

    /// <summary>Whether the form itself was sent, whatever is in it.</summary>
    public static bool IsSent(IQueryCollection query) => query.ContainsKey(FormFields.All) || query.ContainsKey(Go);

    /// <summary>Reads the form. Never throws: what cannot be used is read as nothing, and texts stay as typed.</summary>
    public static AdvancedForm Read(IQueryCollection query) => new()
    {
        All = Text(query, FormFields.All),
        Phrase = Text(query, FormFields.Phrase),
        AsSpelled = query[FormFields.AsSpelled] == Yes,
        Any = Text(query, FormFields.Any),
        None = Text(query, FormFields.None),
        Near = Text(query, FormFields.Near),
        NearOther = Text(query, FormFields.NearOther),
        NearDistance = Text(query, FormFields.NearDistance),
        NearInOrder = query[FormFields.NearOrder] == InOrder,
        Fields =
        [
            .. Enumerable.Range(0, AdvancedForm.FieldCount).Select(row => new FieldWords(
                AdvancedForm.FieldsToChoose.Contains(Text(query, FormFields.FieldName(row))) ? Text(query, FormFields.FieldName(row)) : AdvancedForm.UsualFields[row].Field,
                Text(query, FormFields.FieldWords(row)))),
        ],
        Speaker = Text(query, FormFields.Speaker),
        Said = Text(query, FormFields.Said),
        From = Text(query, FormFields.From),
        To = Text(query, FormFields.To),
        About = query[FormFields.About] == Yes,
        Within = query[FormFields.Relation] == Within,
        Undated = Undated.FirstOrDefault(choice => choice.Name == Text(query, FormFields.Undated)).Choice,
        Added = Text(query, FormFields.Added),
        AddedSince = Text(query, FormFields.AddedSince),
        Typed = Text(query, FormFields.Typed),
    };

    private static string Text(IQueryCollection query, string name) => string.Join(' ', query[name].ToArray());
}
