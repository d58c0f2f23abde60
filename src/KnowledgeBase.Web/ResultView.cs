using System.Collections.Immutable;

namespace KnowledgeBase.Web;

/// <summary>How the results of a search are shown.</summary>
internal enum ResultView
{
    /// <summary>One card a document, with its best passages.</summary>
    Documents,

    /// <summary>Passage after passage.</summary>
    Passages,

    /// <summary>One line an occurrence; a page of its own.</summary>
    Concordance,

    /// <summary>One row a document.</summary>
    Table,
}

/// <summary>The views by their names in addresses.</summary>
internal static class ResultViews
{
    /// <summary>View, name in addresses and words for the page, in the order in which the page offers them.</summary>
    public static ImmutableArray<(ResultView View, string Name, string Words)> All { get; } =
    [
        (ResultView.Documents, "documents", "Documents"),
        (ResultView.Passages, "passages", "Passages"),
        (ResultView.Concordance, "concordance", "Concordance"),
        (ResultView.Table, "table", "Table"),
    ];

    /// <summary>The name of a view.</summary>
    public static string NameOf(ResultView view) => All.First(one => one.View == view).Name;

    /// <summary>Results on a page when nothing else is asked for.</summary>
    public static int DefaultCount(ResultView view) => view switch
    {
        ResultView.Concordance => 50,
        ResultView.Table => 50,
        _ => SearchUrl.DefaultCount,
    };

    /// <summary>Most results on a page.</summary>
    public static int MaxCount(ResultView view) =>
        view is ResultView.Concordance ? Quotations.Kwic.ConcordanceRequest.MostOnPage : SearchUrl.MaxCount;
}
