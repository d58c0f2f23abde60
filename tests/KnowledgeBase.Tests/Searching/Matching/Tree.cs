using System.Globalization;
using KnowledgeBase.Querying;

namespace KnowledgeBase.Tests.Searching.Matching;

/// <summary>Reads small trees written as in <c>(near (phrase a b) c)/1</c>, the number being the distance.</summary>
internal static class Tree
{
    public static QueryNode Parse(string text)
    {
        var at = 0;
        return Read(text, ref at);
    }

    private static QueryNode Read(string text, ref int at)
    {
        if (text[at] != '(')
        {
            return new QueryNode.Word(Token(text, ref at));
        }

        at++;
        var kind = Token(text, ref at);
        var children = new List<QueryNode>();
        while (text[at] == ' ')
        {
            at++;
            children.Add(Read(text, ref at));
        }

        at++;
        var distance = 0;
        if (at < text.Length && text[at] == '/')
        {
            distance = text[at + 1] - '0';
            at += 2;
        }

        return kind switch
        {
            "phrase" => new QueryNode.Phrase([.. children]),
            "window" => new QueryNode.Window([.. children], distance),
            "any" => new QueryNode.Any([.. children]),
            "near" or "before" => new QueryNode.Near(children[0], children[1], distance, kind == "before"),
            _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No node {kind} at {at}.")),
        };
    }

    private static string Token(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return text[start..at];
    }
}
