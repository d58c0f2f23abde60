using System.Collections.Immutable;

namespace KnowledgeBase.Web.Viewing;

/// <summary>Which page numbers a reader is offered.</summary>
internal static class PageNumbers
{
    private const int Around = 2;

    /// <summary>The first and last page and those around the current one, in order; 0 stands for a gap.</summary>
    public static ImmutableArray<int> Of(int current, int last)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        var previous = 0;
        foreach (var page in Enumerable.Range(current - Around, (2 * Around) + 1).Append(1).Append(last)
            .Where(page => page >= 1 && page <= last).Distinct().Order())
        {
            if (page == previous + 2)
            {
                // A gap of one page is no shorter than its number.
                numbers.Add(page - 1);
            }
            else if (page > previous + 2)
            {
                numbers.Add(0);
            }

            numbers.Add(page);
            previous = page;
        }

        return numbers.ToImmutable();
    }
}
