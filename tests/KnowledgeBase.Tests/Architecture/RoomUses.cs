using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KnowledgeBase.Tests.Architecture;

/// <summary>Which types a compiled assembly uses from where: read from the code itself, so lambdas and generics count.</summary>
internal static class RoomUses
{
    /// <summary>Every use of one type by another, both as full names of the outermost types.</summary>
    public static IEnumerable<(string From, string To)> In(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var uses = new HashSet<(string From, string To)>();
        foreach (var type in assembly.MainModule.GetTypes())
        {
            var from = Outermost(type);
            foreach (var reference in References(type).SelectMany(Parts))
            {
                uses.Add((from, Outermost(reference)));
            }
        }

        return uses.Where(static use => use.From != use.To).OrderBy(static use => use).ToList();
    }

    /// <summary>The room of a type: the first part of its namespace below the root, or null outside it.</summary>
    public static string? Room(string typeName, string root)
    {
        if (!typeName.StartsWith(root + ".", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = typeName[(root.Length + 1)..].Split('.');
        return parts.Length > 1 ? parts[0] : "";
    }

    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        var members = type.Fields.Select(static f => f.FieldType)
            .Concat(type.Interfaces.Select(static i => i.InterfaceType))
            .Concat(type.CustomAttributes.Select(static a => a.AttributeType))
            .Concat(type.BaseType is { } parent ? [parent] : []);
        return members.Concat(type.Methods.SelectMany(References));
    }

    private static IEnumerable<TypeReference> References(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters)
        {
            yield return parameter.ParameterType;
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (var variable in method.Body.Variables)
        {
            yield return variable.VariableType;
        }

        foreach (var instruction in method.Body.Instructions)
        {
            foreach (var reference in References(instruction))
            {
                yield return reference;
            }
        }
    }

    private static IEnumerable<TypeReference> References(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod generic => [generic.DeclaringType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType],
        FieldReference field => [field.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            foreach (var argument in generic.GenericArguments.SelectMany(Parts))
            {
                yield return argument;
            }
        }

        var element = type.GetElementType();
        if (element is not GenericParameter)
        {
            yield return element;
        }
    }

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName;
    }
}
