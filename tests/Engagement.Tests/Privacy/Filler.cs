using System.Reflection;
using Engagement.Common;

namespace Engagement.Tests.Privacy;

/// <summary>Makes commands in which every text is a word of its own, and every id is that of something that is there.</summary>
internal sealed class Filler(IReadOnlyDictionary<string, Guid> known)
{
    private readonly Dictionary<string, string> _marks = [];

    /// <summary>The word that stands for each text, by its path.</summary>
    public IReadOnlyDictionary<string, string> Marks => _marks;

    public object Make(Type command) => Make(command, command.Name, command.Name);

    /// <summary>A text or an id that is no part of a command.</summary>
    public object Make(ParameterInfo parameter) => Make(parameter.ParameterType, Inputs.PathOf(parameter), parameter.Name!);

    private object Make(Type type, string path, string member)
    {
        var inside = Nullable.GetUnderlyingType(type) ?? type;
        if (inside == typeof(string))
            return Mark(path);
        if (inside == typeof(Guid))
            return known.GetValueOrDefault($"{char.ToUpperInvariant(member[0])}{member[1..]}", known["Anything"]);
        if (inside == typeof(DateOnly))
            return TimeProvider.System.LondonToday();
        if (inside.IsEnum)
            return Enum.GetValues(inside).GetValue(0)!;
        if (inside.IsGenericType && inside.GetGenericArguments() is [var item])
            return List(item, Make(item, $"{path}[]", member.TrimEnd('s')));
        if (!Inputs.IsCommand(inside))
            return Activator.CreateInstance(inside)!;

        var constructor = inside.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType, $"{path}.{p.Name}", p.Name!))]);
        foreach (var settable in inside.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !IsParameter(constructor, p)))
            settable.SetValue(made, Make(settable.PropertyType, $"{path}.{settable.Name}", settable.Name));

        return made;
    }

    private string Mark(string path)
    {
        if (!_marks.TryGetValue(path, out var mark))
            _marks.Add(path, mark = $"zqf{_marks.Count}x");

        return mark;
    }

    private static bool IsParameter(ConstructorInfo constructor, PropertyInfo property) => constructor.GetParameters().Any(p => p.Name == property.Name);

    private static Array List(Type item, object only)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(only, 0);
        return list;
    }
}
