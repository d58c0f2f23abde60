using KnowledgeBase.Querying.Advanced;

namespace KnowledgeBase.Web.Viewing;

/// <summary>A field of text in the advanced form.</summary>
/// <param name="Name">One of <see cref="FormFields"/>; also its id.</param>
/// <param name="Label">What it asks for.</param>
/// <param name="Value">As typed.</param>
/// <param name="Hint">What can be typed; empty for nothing to say.</param>
/// <param name="Example">What the form would write.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
internal sealed record AdvancedFieldView(string Name, string Label, string Value, string Hint, string Example, FormProblem? Problem)
{
    /// <summary>The ids of what describes it; null for nothing.</summary>
    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint.Length + Example.Length > 0 ? Name + "-hint" : "", Problem is null ? "" : Name + "-error" }.Where(static id => id.Length > 0));
            return ids.Length == 0 ? null : ids;
        }
    }
}

/// <summary>A value that documents can be limited to.</summary>
/// <param name="Facet">The facet; also the parameter.</param>
/// <param name="Value">As in addresses.</param>
/// <param name="Label">As on the page.</param>
/// <param name="Count">How many documents of the archive have it.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
internal sealed record AdvancedChoice(string Facet, string Value, string Label, long Count, bool IsChosen);
