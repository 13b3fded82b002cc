using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;

namespace CrossAccess.ClientCommands;

/// <summary>The values of a script's $using: variables, under the keys by which PowerShell's engine looks them up.</summary>
internal static class UsingValues
{
    /// <summary>The parameter under which the engine expects them, as it does from Invoke-Command and Start-ThreadJob.</summary>
    public const string ParameterName = "--%";

    /// <param name="valueOf">The value of a variable in the caller's scope.</param>
    public static Hashtable Of(ScriptBlock script, Func<string, object?> valueOf)
    {
        var values = new Hashtable();
        foreach (UsingExpressionAst expression in script.Ast.FindAll(ast => ast is UsingExpressionAst, searchNestedScriptBlocks: true))
        {
            VariableExpressionAst variable = UsingExpressionAst.ExtractUsingVariable(expression);
            object? value = valueOf(variable.VariablePath.UserPath);
            values[KeyOf(expression)] = expression.SubExpression is VariableExpressionAst ? value : Within(value, expression, variable);
        }

        return values;
    }

    // $using:list[0] and $using:item.Name: what follows the variable is taken of its value.
    private static object? Within(object? value, UsingExpressionAst expression, VariableExpressionAst variable)
    {
        string rest = expression.ToString()[variable.ToString().Length..];
        return ScriptBlock.Create($"param($value) $value{rest}").InvokeReturnAsIs(value);
    }

    // An index may mean something by its case; a variable's name does not.
    private static string KeyOf(UsingExpressionAst expression)
    {
        string text = expression.ToString();
        return Convert.ToBase64String(Encoding.Unicode.GetBytes(expression.SubExpression is VariableExpressionAst ? text.ToLowerInvariant() : text));
    }
}
