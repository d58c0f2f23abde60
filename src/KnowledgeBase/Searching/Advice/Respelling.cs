using System.Collections.Immutable;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Searching.Advice;

/// <summary>The typed text with some stretches written otherwise.</summary>
/// <param name="Query">The whole text.</param>
/// <param name="Changes">What is different, in the order of the text.</param>
/// <param name="Cost">How unlikely these slips are together.</param>
/// <param name="IsKnown">Whether one of them is a misspelling that the authority files know.</param>
internal sealed record Respelling(string Query, ImmutableArray<WordChange> Changes, double Cost, bool IsKnown)
{
    private sealed record Combination(ImmutableArray<(SpellingSlot Slot, SpellingChoice Choice)> Parts, double Cost, double Rank)
    {
        public bool Overlaps(SpellingSlot slot) => Parts.Any(part =>
            part.Slot.Places.Any(one => slot.Places.Any(other => one.Place.Overlaps(other.Place))));

        public Combination Without(SpellingSlot slot) =>
            this with { Cost = Cost + slot.CostOfStaying, Rank = Rank + SpellingCosts.OfSlips * slot.CostOfStaying };

        public Combination With(SpellingSlot slot, SpellingChoice choice) =>
            new(Parts.Add((slot, choice)), Cost + choice.Cost, Rank + choice.Rank);
    }

    /// <summary>The likeliest ways to write several stretches otherwise at once.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="slots">The stretches.</param>
    /// <param name="most">At most so many; every step keeps no more than these.</param>
    public static ImmutableArray<Respelling> Of(string typed, ImmutableArray<SpellingSlot> slots, int most)
    {
        ImmutableArray<Combination> combinations = [new Combination([], 0, 0)];
        foreach (var slot in slots)
        {
            combinations = [.. combinations.SelectMany(one => Extend(one, slot)).OrderBy(static one => one.Rank).Take(most)];
        }

        return [.. combinations.Where(static one => !one.Parts.IsEmpty).Select(one => Write(typed, one))];
    }

    private static IEnumerable<Combination> Extend(Combination combination, SpellingSlot slot)
    {
        var isTaken = combination.Overlaps(slot);
        if (slot.MayStay || isTaken)
        {
            yield return isTaken ? combination : combination.Without(slot);
        }

        foreach (var choice in isTaken ? [] : slot.Choices)
        {
            yield return combination.With(slot, choice);
        }
    }

    private static Respelling Write(string typed, Combination combination)
    {
        var text = new StringBuilder(typed.Length + 16);
        var changes = ImmutableArray.CreateBuilder<WordChange>();
        var at = 0;
        var places = combination.Parts.SelectMany(static part => part.Slot.Places.Select(place => (place.Place, place.Setting, part.Choice.Text)));
        foreach (var (place, setting, instead) in places.OrderBy(static change => change.Place.Start))
        {
            text.Append(typed, at, place.Start - at);
            var isHeldTogether = setting is WordSetting.Alone && instead.Contains(' ', StringComparison.Ordinal);
            text.Append(isHeldTogether ? "\"" : "");
            changes.Add(new WordChange(place.In(typed), instead, new TextSpan(text.Length, text.Length + instead.Length)));
            text.Append(instead).Append(isHeldTogether ? "\"~" : "");
            at = place.End;
        }

        text.Append(typed, at, typed.Length - at);
        return new Respelling(
            text.ToString(), changes.ToImmutable(), combination.Cost, combination.Parts.Any(static part => part.Choice.IsKnown));
    }
}
