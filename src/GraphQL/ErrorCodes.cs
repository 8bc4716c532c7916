namespace GraphQL;

/// <summary>The stable codes of errors that execution and the server report.</summary>
public static class ErrorCodes
{
    /// <summary>The field needs a signed-in user.</summary>
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";

    /// <summary>The user may not read or do this.</summary>
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    /// <summary>Something unexpected happened; the server's log has the details.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The request took longer than the server allows.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>A resolver returned null for a field that is never null.</summary>
    public const string NonNullViolation = "NON_NULL_VIOLATION";

    /// <summary>A resolver returned a value that its field's type cannot represent.</summary>
    public const string ResultInvalid = "RESULT_INVALID";

    /// <summary>A variable's value does not fit its type.</summary>
    public const string VariableInvalid = "VARIABLE_INVALID";

    /// <summary>An argument's value does not fit its type.</summary>
    public const string ArgumentInvalid = "ARGUMENT_INVALID";

    /// <summary>The document has several operations and none was named, or the name is unknown.</summary>
    public const string OperationUnknown = "OPERATION_UNKNOWN";

    /// <summary>The operation cannot be executed this way, such as a mutation by GET.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>The document is not valid against the schema.</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>The request is not GraphQL over HTTP.</summary>
    public const string RequestInvalid = "REQUEST_INVALID";

    /// <summary>The request is larger than the server allows.</summary>
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";

    /// <summary>The body's media type is not supported.</summary>
    public const string MediaTypeUnsupported = "MEDIA_TYPE_UNSUPPORTED";

    /// <summary>The server has no answer in a media type that the client accepts.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The HTTP method is not supported.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The operation costs more than the server allows, or more than can be counted; <c>extensions</c> say how much it was.</summary>
    public const string CostLimit = "LIMIT_COST";

    /// <summary>A list asks for exactly one of the arguments that say how many items are wanted.</summary>
    public const string SlicingArgumentRequired = "SLICING_ARGUMENT_REQUIRED";

    /// <summary>The variables are larger than the server allows.</summary>
    public const string VariablesSizeLimit = "LIMIT_VARIABLES_SIZE";

    /// <summary>The variables nest deeper than the server allows.</summary>
    public const string VariablesDepthLimit = "LIMIT_VARIABLES_DEPTH";

    /// <summary>No document is known by this hash; send the request again with the document.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Clients may not register documents by their hash here.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The hash is not that of the document sent with it.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>No trusted document has this identifier.</summary>
    public const string PersistedDocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";

    /// <summary>The server executes trusted documents only, and the request names none.</summary>
    public const string PersistedDocumentRequired = "PERSISTED_DOCUMENT_REQUIRED";

    /// <summary>A batch has more requests than the server allows, or batches are not allowed at all.</summary>
    public const string BatchLimit = "LIMIT_BATCH";

    /// <summary>A request with files came without the header that keeps other sites' pages from sending it: <c>GraphQL-Preflight: 1</c>.</summary>
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>What says where files stand in the variables is not right.</summary>
    public const string FileMapInvalid = "FILE_MAP_INVALID";

    /// <summary>A file that should be there was not sent.</summary>
    public const string FileMissing = "FILE_MISSING";

    /// <summary>A request brings more files than the server allows, or puts them in more places.</summary>
    public const string FileLimit = "LIMIT_FILES";

    /// <summary>There is no event stream of this token, or it was opened already.</summary>
    public const string StreamUnknown = "STREAM_UNKNOWN";

    /// <summary>More event streams or operations are open than the server allows.</summary>
    public const string StreamLimit = "LIMIT_STREAMS";

    /// <summary>A cursor was not made by the list it is used on.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>A cursor was made by the same list in another order.</summary>
    public const string CursorOrderMismatch = "CURSOR_ORDER_MISMATCH";

    /// <summary>A condition or an order cannot be asked for like this.</summary>
    public const string QueryInvalid = "QUERY_INVALID";

    /// <summary>A filter has more conditions and values, or an order more keys, than one request may ask for.</summary>
    public const string QueryTooLarge = "QUERY_TOO_LARGE";

    /// <summary>An identifier was not made by this API, or is of another type.</summary>
    public const string IdInvalid = "ID_INVALID";

    /// <summary>More identifiers were given than one request may ask for.</summary>
    public const string IdTooMany = "ID_TOO_MANY";

    /// <summary>A page was asked for from both ends.</summary>
    public const string PagingBothDirections = "PAGING_BOTH_DIRECTIONS";

    /// <summary>A page size is below zero or above what the field allows.</summary>
    public const string PagingOutOfRange = "PAGING_OUT_OF_RANGE";
}
