using System.Globalization;
using KnowledgeBase.Benchmarks;

const string Usage = """
    Measures the program on large archives. Nothing here is a test: figures of different machines cannot be compared.

      kb-bench transcripts DOCS.jsonl.gz FOLDER [CHARACTERS] [named]
                                                               makes a corpus of a collection of judged documents; with CHARACTERS,
                                                               one document for each passage of about that length; with the word
                                                               "named", each with a title of its own and names
      kb-bench queries CORPUS INDEX [COUNT] [SEED]             times mixed queries with passages and facets (default 200, seed 1)
      kb-bench ranking-index INDEX                             seconds and bytes that ranking beyond BM25 takes when an index is built
      kb-bench ranking-times CORPUS INDEX [COUNT] [SEED]       times queries by BM25 and by the default profile (default 200, seed 1)
      kb-bench suggestions INDEX CORPUS [COUNT] [SEED]         times completions of what is being typed (default 200, seed 1), and
                                                               adds a document to INDEX and removes it again
      kb-bench phrases INDEX                                   seconds and bytes that frequent phrases take when an index is built
    """;

switch (args)
{
    case ["transcripts", var source, var folder, .. var more] when more.Length <= 2:
        var characters = more.Length >= 1 ? int.Parse(more[0], CultureInfo.InvariantCulture) : int.MaxValue;
        Console.WriteLine($"{Transcripts.Convert(source, folder, characters, more is [_, "named"])} documents in {folder}");
        return 0;
    case ["queries", var corpus, var index, .. var more]:
        await QueryTimes.MeasureAsync(corpus, index, Number(more, 0, 200), Number(more, 1, 1));
        return 0;
    case ["ranking-index", var index]:
        RankingCost.MeasureIndex(index);
        return 0;
    case ["ranking-times", var corpus, var index, .. var more]:
        await RankingCost.MeasureTimesAsync(corpus, index, Number(more, 0, 200), Number(more, 1, 1));
        return 0;
    case ["suggestions", var index, var corpus, .. var more]:
        await SuggestionTimes.MeasureAsync(corpus, index, Number(more, 0, 200), Number(more, 1, 1));
        return 0;
    case ["phrases", var index]:
        SuggestionTimes.MeasurePhrases(index);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Number(string[] more, int at, int otherwise) =>
    more.Length > at ? int.Parse(more[at], CultureInfo.InvariantCulture) : otherwise;
