using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL.TypeSystem;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server;

/// <summary>Where the files of a multipart request belong: in which request of a batch, and where in its variables.</summary>
internal sealed class FileMap
{
    private readonly Dictionary<string, List<(int Request, string Path)>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Dictionary<string, IFile>> _files = [];

    private FileMap()
    {
    }

    /// <summary>Reads the map of a multipart request.</summary>
    /// <param name="map">An object with the places of each file by the name of its part.</param>
    /// <param name="operations">The request, or a list of requests. Each place must be null in it.</param>
    /// <param name="maxFiles">How many files and how many places there may be.</param>
    /// <returns>The map, whose files are still to come.</returns>
    /// <exception cref="BadRequestException">The map is no map, or a place is not there, not null or taken already.</exception>
    public static FileMap Read(JsonElement map, JsonElement operations, int maxFiles)
    {
        if (map.ValueKind != JsonValueKind.Object)
            throw Invalid("The part \"map\" must be an object with a list of paths for each file.");
        var result = new FileMap();
        var taken = new HashSet<(int, string)>();
        foreach (var entry in map.EnumerateObject())
        {
            if (entry.Value.ValueKind != JsonValueKind.Array || entry.Value.GetArrayLength() == 0)
                throw Invalid($"The file \"{ValueCoercionException.Shorten(entry.Name)}\" must have a list of paths in the part \"map\".");
            var places = new List<(int, string)>();
            foreach (var path in entry.Value.EnumerateArray())
            {
                // Each place is looked for from the beginning, so there must not be many.
                if (taken.Count >= maxFiles)
                    throw new BadRequestException(StatusCodes.Status400BadRequest, $"A request may bring at most {maxFiles} files.", ErrorCodes.FileLimit);
                var place = path.ValueKind == JsonValueKind.String ? Find(operations, path.GetString()!) : throw Invalid("A path in the part \"map\" must be a text.");
                if (!taken.Add(place))
                    throw Invalid($"Two files cannot stand at \"{ValueCoercionException.Shorten(path.GetString())}\".");
                places.Add(place);
            }
            if (!result._places.TryAdd(entry.Name, places))
                throw Invalid($"The file \"{ValueCoercionException.Shorten(entry.Name)}\" is in the part \"map\" twice.");
        }
        return result;
    }

    /// <summary>Whether a part of this name belongs somewhere and has not come yet.</summary>
    public bool Awaits(string part) => _places.ContainsKey(part);

    /// <summary>Puts the file of a part where it belongs.</summary>
    public void Put(string part, IFile file)
    {
        if (!_places.Remove(part, out var places))
            return;
        foreach (var (request, path) in places)
        {
            if (!_files.TryGetValue(request, out var files))
                _files[request] = files = new(StringComparer.Ordinal);
            files[path] = file;
        }
    }

    /// <summary>Requires that all files have come.</summary>
    /// <exception cref="BadRequestException">One is missing.</exception>
    public void RequireAll()
    {
        foreach (var part in _places.Keys)
        {
            throw new BadRequestException(
                StatusCodes.Status400BadRequest, $"The file \"{ValueCoercionException.Shorten(part)}\" of the part \"map\" was not sent.", ErrorCodes.FileMissing);
        }
    }

    /// <summary>The files of one request by their places in its variables, or null when it has none.</summary>
    /// <param name="request">Which one of a batch; 0 when there is no batch.</param>
    public IReadOnlyDictionary<string, IFile>? FilesOf(int request) => _files.GetValueOrDefault(request);

    private static (int Request, string Path) Find(JsonElement operations, string path)
    {
        var rest = path.AsSpan();
        var request = 0;
        var element = operations;
        if (operations.ValueKind == JsonValueKind.Array && (!TryReadIndex(operations, Next(ref rest), out request) || !TryRead(operations[request], "variables", out element)))
            throw NoPlace(path);
        if (!rest.StartsWith("variables.") || (operations.ValueKind != JsonValueKind.Array && !TryRead(operations, "variables", out element)))
            throw NoPlace(path);
        Next(ref rest);
        var place = new StringBuilder();
        while (rest.Length > 0)
        {
            var step = Next(ref rest);
            if (element.ValueKind == JsonValueKind.Array && TryReadIndex(element, step, out var index))
            {
                element = element[index];
                place.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (TryRead(element, step, out element))
            {
                place.Append(place.Length == 0 ? "" : ".").Append(step);
            }
            else
            {
                throw NoPlace(path);
            }
        }
        return element.ValueKind == JsonValueKind.Null ? (request, place.ToString()) : throw NoPlace(path);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> path)
    {
        var end = path.IndexOf('.');
        var step = end < 0 ? path : path[..end];
        path = end < 0 ? [] : path[(end + 1)..];
        return step;
    }

    private static bool TryReadIndex(JsonElement list, ReadOnlySpan<char> step, out int index) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < list.GetArrayLength();

    private static bool TryRead(JsonElement element, ReadOnlySpan<char> name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    private static BadRequestException NoPlace(string path) =>
        Invalid($"There must be null in the part \"operations\" at \"{ValueCoercionException.Shorten(path)}\", and the path must lead into variables.");

    private static BadRequestException Invalid(string message) => new(StatusCodes.Status400BadRequest, message, ErrorCodes.FileMapInvalid);
}
