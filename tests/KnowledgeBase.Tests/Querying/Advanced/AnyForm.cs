using System.Collections.Immutable;
using CsCheck;
using KnowledgeBase.Querying.Advanced;

namespace KnowledgeBase.Tests.Querying.Advanced;

/// <summary>Forms filled in by readers of every kind.</summary>
internal static class AnyForm
{
    private static readonly Gen<string> Text = Gen.Frequency((3, Gen.Const("")), (5, AnyQueryText.Short), (1, Gen.Char.Array[0, 8].Select(static chars => new string(chars))));

    private static readonly string[] DateTexts = ["", "", "", "1914", "1923", "September 1923", "c. 1914", "1920s", "3 May 1930", "soon", "1930..", "\"", "date:none"];

    private static readonly Gen<string> Date = One(DateTexts);

    private static readonly Gen<FieldWords> Row = Gen.Select(
        One([.. AdvancedForm.FieldsToChoose, "none", "date"]), Text, static (field, words) => new FieldWords(field, words));

    private static readonly Gen<AdvancedForm> OfWords = Gen.Select(
        Text, Text, Gen.Bool, Text, Text, Text,
        static (all, phrase, spelled, any, none, typed) => new AdvancedForm { All = all, Phrase = phrase, AsSpelled = spelled, Any = any, None = none, Typed = typed });

    private static readonly Gen<AdvancedForm> OfPlaces = Gen.Select(
        Text, Text, One("", "0", "5", "50", "51", "x"), Gen.Bool, Row.Array[0, 3], Text, Text,
        static (near, other, distance, ordered, rows, speaker, said) => new AdvancedForm
        {
            Near = near,
            NearOther = other,
            NearDistance = distance,
            NearInOrder = ordered,
            Fields = [.. rows],
            Speaker = speaker,
            Said = said,
        });

    private static readonly Gen<AdvancedForm> OfDates = Gen.Select(
        Date, Date, Gen.Bool, Gen.Bool, Gen.Enum<UndatedChoice>(), One("", "last-week", "today", "x\""), Date,
        static (from, to, about, within, undated, added, since) => new AdvancedForm
        {
            From = from,
            To = to,
            About = about,
            Within = within,
            Undated = undated,
            Added = added,
            AddedSince = since,
        });

    /// <summary>Forms with anything in any of their fields.</summary>
    public static Gen<AdvancedForm> Filled { get; } = Gen.Select(OfWords, OfPlaces, OfDates, static (words, places, dates) => Together([words, places, dates]));

    /// <summary>The form with each part that asks for something by itself.</summary>
    public static ImmutableArray<AdvancedForm> Parts(AdvancedForm form) =>
    [
        new() { All = form.All },
        new() { Phrase = form.Phrase, AsSpelled = form.AsSpelled },
        new() { Any = form.Any },
        new() { Near = form.Near, NearOther = form.NearOther, NearDistance = form.NearDistance, NearInOrder = form.NearInOrder },
        .. form.Fields.Select(static row => new AdvancedForm { Fields = [row] }),
        new() { Speaker = form.Speaker, Said = form.Said },
        new() { From = form.From, To = form.To, About = form.About, Within = form.Within, Undated = form.Undated },
        new() { Added = form.Added, AddedSince = form.AddedSince },
        new() { None = form.None },
        new() { Typed = form.Typed },
    ];

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(n => texts[n]);

    private static AdvancedForm Together(AdvancedForm[] parts) => parts[0] with
    {
        Near = parts[1].Near,
        NearOther = parts[1].NearOther,
        NearDistance = parts[1].NearDistance,
        NearInOrder = parts[1].NearInOrder,
        Fields = parts[1].Fields,
        Speaker = parts[1].Speaker,
        Said = parts[1].Said,
        From = parts[2].From,
        To = parts[2].To,
        About = parts[2].About,
        Within = parts[2].Within,
        Undated = parts[2].Undated,
        Added = parts[2].Added,
        AddedSince = parts[2].AddedSince,
    };
}
