using GraphQL.Execution.Incremental;

namespace GraphQL.Execution;

/// <summary>An object or list of the response while it is being filled.</summary>
internal abstract class ResultContainer(ResultContainer? parent, int index)
{
    public ResultContainer? Parent { get; } = parent;

    /// <summary>The slot in the parent.</summary>
    public int Index { get; } = index;

    /// <summary>Whether a null that must not be has taken its place, so that what is still to come for it no longer counts.</summary>
    public bool IsDead { get; set; }

    /// <summary>Whether it or anything it stands in is dead.</summary>
    public bool IsDetached
    {
        get
        {
            for (var container = this; container is not null; container = container.Parent)
            {
                if (container.IsDead)
                    return true;
            }
            return false;
        }
    }

    public abstract object? this[int index] { get; set; }

    public abstract bool IsNullable(int index);

    /// <summary>The part that it is delivered with, or null when that is the first result.</summary>
    public Part? Part
    {
        get
        {
            for (var container = this; container is not null; container = container.Parent)
            {
                if (container is Part part)
                    return part;
            }
            return null;
        }
    }

    /// <summary>The name or number of a slot in the response path; null when the slot stands where its container stands.</summary>
    public abstract object? Key(int index);

    /// <summary>Where it stands in the response.</summary>
    public IReadOnlyList<object> Path => Parent is null ? [] : Parent.PathTo(Index);

    /// <summary>The response path of a slot.</summary>
    public IReadOnlyList<object> PathTo(int index)
    {
        var path = new List<object>();
        Append(Key(index));
        for (var container = this; container.Parent is { } parent; container = parent)
        {
            // A part adds to its parent; it has no place of its own there.
            if (container is not Incremental.Part)
                Append(parent.Key(container.Index));
        }
        path.Reverse();
        return path;

        void Append(object? key)
        {
            if (key is not null)
                path.Add(key);
        }
    }

    /// <summary>Puts null in a slot; where that must not be, in the nearest place around it where it may.</summary>
    public void Nullify(int index)
    {
        var container = this;
        if (container[index] is ResultContainer unfinished)
            unfinished.IsDead = true;
        while (!container.IsNullable(index))
        {
            container.IsDead = true;
            if (container.Parent is null || container is Incremental.Part)
                return;
            index = container.Index;
            container = container.Parent;
        }
        container[index] = null;
    }
}

/// <summary>An object of the response.</summary>
internal sealed class ObjectResult(SelectionPlan plan, ResultContainer? parent, int index) : ResultContainer(parent, index)
{
    private readonly object?[] _values = new object?[plan.Fields.Length];

    public SelectionPlan Plan { get; } = plan;

    public override object? this[int index]
    {
        get => _values[index];
        set => _values[index] = value;
    }

    public override bool IsNullable(int index) => !Plan.Fields[index].Value.IsNonNull;

    public override object? Key(int index) => Plan.Fields[index].ResponseName;
}

/// <summary>A list of the response.</summary>
internal sealed class ListResult(ValuePlan itemPlan, ResultContainer parent, int index, int capacity) : ResultContainer(parent, index)
{
    private readonly List<object?> _items = new(capacity);

    public ValuePlan ItemPlan { get; } = itemPlan;

    public int Count => _items.Count;

    public override object? this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public void AddSlot() => _items.Add(null);

    public override bool IsNullable(int index) => !ItemPlan.IsNonNull;

    public override object? Key(int index) => index;
}

/// <summary>A leaf whose value is JSON already, because its scalar had to be asked whether it can represent it.</summary>
internal sealed record RawJson(byte[] Utf8);
