using System.Collections.Immutable;
using System.Globalization;
using KnowledgeBase.Analysis;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Contracts;

/// <summary>Queries as readers type them, each with what it means by the guide to the language: a second opinion on the parser.</summary>
internal sealed class TypedQueries(int seed)
{
    /// <summary>The day from which <c>added:last-week</c> counts.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>A text and its meaning. <c>IsOne</c>: it needs no brackets to stand beside others.</summary>
    private readonly record struct Part(string Text, QueryNode Meaning, bool IsOne = true);

    private static readonly (char Open, char Close)[] Marks = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('»', '«'), ('‹', '›'), ('「', '」')];

    private static readonly string[] Plain =
    [
        "police", "POLICE", "congress", "congresses", "the", "of", "Wien", "Söderman", "Soderman", "C.I.P.C.", "1,000", "1923", "der", "Kongress", "état", "e\u0301tat",
        "полиция", "Шобер", "الشرطة", "ﬁle", "don’t", "anti-anarchist", "犯罪", "poliţia", "inter-\nnational", "whatever",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A query within the limits of the language: what is over them is read otherwise, and the page says so.</summary>
    public (string Text, QueryNode Meaning) Query()
    {
        while (true)
        {
            var part = _random.Next(8) == 0 ? Said() : List(2);
            if (part.Text.Length <= QueryLimits.Characters
                && part.Text.Count(static c => c == '~') <= QueryLimits.FuzzyWords
                && part.Text.Count(static c => c is '*' or '＊' or '?') <= QueryLimits.WildcardWords)
            {
                return (part.Text, part.Meaning);
            }
        }
    }

    /// <summary>Parts side by side, or joined by AND.</summary>
    private Part List(int depth)
    {
        var parts = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => depth == 0 ? Term() : Branch(depth)).ToList();
        if (parts is [var only])
        {
            return only;
        }

        // AND in AND is one list: which words are too common to be required is decided for all of them together.
        var children = parts.SelectMany(static part => part.Meaning is QueryNode.All all ? all.Children : [part.Meaning]);
        return new Part(string.Join(Pick([" ", " ", " AND ", "  ", " && "]), parts.Select(Bracketed)), new QueryNode.All([.. children]), IsOne: false);
    }

    private Part Branch(int depth) => _random.Next(8) switch
    {
        0 => Either(depth - 1),
        1 => List(depth - 1) is var part ? part with { Text = $"({part.Text})", IsOne = true } : default,
        2 => LeftOut(Bracket(Either(depth - 1))),
        3 => InField(depth - 1),
        _ => Term(),
    };

    private Part Either(int depth)
    {
        var parts = Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Bracket(List(depth))).ToList();
        return new Part(string.Join(Pick([" OR ", " | ", " || "]), parts.Select(static part => part.Text)), new QueryNode.Any([.. parts.Select(static part => part.Meaning)]), IsOne: false);
    }

    private Part Term() => _random.Next(11) switch
    {
        0 or 1 or 2 => Word(WordForm.AnyForm),
        3 => Phrase(),
        4 => Near(),
        5 => Pattern(),
        6 => LeftOut(Words()),
        7 or 8 => Date(),
        9 => new Part(string.Create(CultureInfo.InvariantCulture, $"like:R-{_random.Next(1, 45):0000}"), new QueryNode.Everything()) is var like
            ? like with { Meaning = new QueryNode.Like(like.Text[5..]) } : default,
        _ => InField(0),
    };

    private Part Words() => _random.Next(3) switch
    {
        0 => Phrase(),
        1 => Pattern(),
        _ => Word(WordForm.AnyForm),
    };

    private Part LeftOut(Part part) => new(Pick(["-", "NOT ", "−"]) + part.Text, new QueryNode.Not(part.Meaning));

    private Part Word(WordForm form)
    {
        var typed = Pick(Plain);
        return new Part(form is WordForm.AsSpelled ? "=" + typed : typed, Cut(typed, form));
    }

    /// <summary>What is cut into several words is a phrase of them; a word broken at a line's end is whole.</summary>
    private static QueryNode Cut(string typed, WordForm form)
    {
        var words = Words(typed).Select(word => (QueryNode)new QueryNode.Word(word, form)).ToImmutableArray();
        return words.Length == 1 ? words[0] : new QueryNode.Phrase(words);
    }

    private static IEnumerable<string> Words(string typed) =>
        WordCutter.Cut(typed.Replace("-\n", "", StringComparison.Ordinal)).Select(static word => word.Raw);

    private Part Phrase()
    {
        var typed = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(Plain)).ToList();
        var (open, close) = Pick(Marks);
        var (sign, form, tail, distance) = _random.Next(4) switch
        {
            0 => ("=", WordForm.AsSpelled, "", -1),
            1 => ("", WordForm.AnyForm, "~", -1),
            2 => ("", WordForm.AnyForm, "~4", 4),
            _ => ("", WordForm.Verbatim, "", -1),
        };
        var words = typed.SelectMany(Words).Select(word => (QueryNode)new QueryNode.Word(word, form)).ToImmutableArray();
        QueryNode meaning = words.Length == 1 ? words[0] : distance >= 0 ? new QueryNode.Window(words, distance) : new QueryNode.Phrase(words);
        return new Part($"{sign}{open}{string.Join(' ', typed)}{close}{tail}", meaning);
    }

    private Part Near()
    {
        var (left, right, distance, isOrdered) = (Side(), Side(), _random.Next(0, 8), _random.Next(2) == 0);
        var sign = isOrdered ? $"BEFORE/{distance}" : Pick([$"NEAR/{distance}", $"AROUND({distance})"]);
        return new Part($"{left.Text} {sign} {right.Text}", new QueryNode.Near(left.Meaning, right.Meaning, distance, isOrdered), IsOne: false);
    }

    private Part Side() => _random.Next(4) switch
    {
        0 => Words(),
        1 => new[] { Words(), Words() } is var two
            ? new Part($"({two[0].Text} OR {two[1].Text})", new QueryNode.Any([two[0].Meaning, two[1].Meaning]))
            : default,
        _ => Word(WordForm.AnyForm),
    };

    private Part Pattern()
    {
        if (_random.Next(3) == 0)
        {
            var (word, edits) = (Pick(RandomWords.Misspelled), _random.Next(1, 3));
            return new Part(word + (edits == 1 ? Pick(["~", "~1"]) : "~2"), new QueryNode.Fuzzy(word, edits));
        }

        var pattern = Pick(["poli*", "con*ss", "*ment", "cr?minal", "*ber", "int*", "＊ber", "congres*", "*gress*", "Шоб*"]);
        return new Part(pattern, new QueryNode.Wildcard(pattern.Replace('＊', '*')));
    }

    private Part InField(int depth)
    {
        var (typed, name) = Pick([("title", "title"), ("intitle", "title"), ("text", "text"), ("body", "text"), ("person", "person"), ("place", "place"), ("org", "organisation"),
            ("subject", "subject"), ("source", "source"), ("type", "type"), ("lang", "lang"), ("ref", "ref"), ("status", "status"), ("TITLE", "title"), ("summary", "summary")]);
        var part = depth > 0 ? Bracket(WordsOnly(depth)) : name switch
        {
            "type" => Single("list"),
            "lang" => Single("zh-Hant"),
            "ref" => Single("R-0007"),
            "status" => Single("machine-read"),
            "subject" => Single("congresses"),
            "source" => Single("vindobona"),
            _ => Words(),
        };
        return new Part($"{typed}:{part.Text}", new QueryNode.Field(name, part.Meaning));
    }

    private static Part Single(string typed) => new(typed, Cut(typed, WordForm.AnyForm));

    private Part WordsOnly(int depth)
    {
        var parts = Enumerable.Range(0, _random.Next(1, 1 + depth)).Select(_ => Words()).ToList();
        return parts is [var only]
            ? only
            : new Part(string.Join(" OR ", parts.Select(static part => part.Text)), new QueryNode.Any([.. parts.Select(static part => part.Meaning)]), IsOne: false);
    }

    /// <summary>Words beside a speaker are looked for in what was said.</summary>
    private Part Said()
    {
        var speaker = Pick(["Schober", "Söderman", "Шобер", "Dressler", "nobody", "Scho*", "S?derman", "Dresler~"]);
        var words = Enumerable.Range(0, _random.Next(0, 3)).Select(_ => Words()).ToList();
        QueryNode? inside = words.Count switch { 0 => null, 1 => words[0].Meaning, _ => new QueryNode.All([.. words.Select(static part => part.Meaning)]) };
        return new Part(string.Join(' ', words.Select(static part => part.Text).Prepend("said:" + speaker)), new QueryNode.Said(speaker, inside));
    }

    private Part Date()
    {
        var (from, to) = (1890 + _random.Next(30), 1920 + _random.Next(30));
        return Pick<Part>(
        [
            Range($"date:{from}", First(from), Last(from)),
            Range($"date:{from}..{to}", First(from), Last(to)),
            Range($"date:[{from} TO {to}]", First(from), Last(to)),
            Range($"date:{to}..{from}", First(from), Last(to)),
            Range($"date:..{to}", null, Last(to)),
            Range($"date:{from}..", First(from), null),
            Range($"date:{to}-09", new DateOnly(to, 9, 1), new DateOnly(to, 9, 30)),
            Range($"date:{to}-09-03", new DateOnly(to, 9, 3), new DateOnly(to, 9, 3)),
            Range("date:1914~", First(1913), Last(1915)),
            Range("date:192X", First(1920), Last(1929)),
            Range("date:1920s", First(1920), Last(1929)),
            Range($"date:within:{from}..{to}", First(from), Last(to), DateRelation.Within),
            Range($"date:within:..{to}", null, Last(to), DateRelation.Within),
            Range($"before:{to}", null, Last(to - 1)),
            Range("before:1923-09", null, new DateOnly(1923, 8, 31)),
            Range($"after:{from}", First(from + 1), null),
            Range("after:1923-09", new DateOnly(1923, 10, 1), null),
            Range($"date:({from}..{to})", First(from), Last(to)),
            new($"date:({from} OR {to}-09)", new QueryNode.Any(
            [
                new QueryNode.DateRange(First(from), Last(from), DateRelation.Overlaps, ""),
                new QueryNode.DateRange(new DateOnly(to, 9, 1), new DateOnly(to, 9, 30), DateRelation.Overlaps, ""),
            ])),
            new("date:none", new QueryNode.Undated()),
            new("added:2026-09", new QueryNode.Added(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), "")),
            new("added:last-week", new QueryNode.Added(Today.AddDays(-6), Today, "")),
            new("added:2026-03..2026-06", new QueryNode.Added(new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 30), "")),
        ]);
    }

    private static Part Range(string text, DateOnly? first, DateOnly? last, DateRelation relation = DateRelation.Overlaps) =>
        new(text, new QueryNode.DateRange(first, last, relation, ""));

    private static DateOnly First(int year) => new(year, 1, 1);

    private static DateOnly Last(int year) => new(year, 12, 31);

    private static string Bracketed(Part part) => part.IsOne ? part.Text : $"({part.Text})";

    private static Part Bracket(Part part) => part with { Text = $"({part.Text})", IsOne = true };

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
