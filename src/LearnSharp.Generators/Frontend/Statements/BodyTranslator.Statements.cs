using System;
using System.Collections.Generic;
using System.Linq;
using LearnSharp.Generators.Diagnostics;
using LearnSharp.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LearnSharp.Generators.Frontend;

internal sealed partial class BodyTranslator
{
    /// <summary>The labels of the loops and switches around, by Roslyn's symbols.</summary>
    private readonly Dictionary<ILabelSymbol, Label> _labels = new(SymbolEqualityComparer.Default);

    private void Statement(IOperation operation)
    {
        _cancellation.ThrowIfCancellationRequested();
        var (outer, where) = (_origin, _where);
        try
        {
            if (operation is not IBlockOperation)
                (_origin, _where) = (Origins.Of(operation.Syntax), operation.Syntax.GetLocation());
            StatementCore(operation);
        }
        catch (TranslationException)
        {
            // Noted where it was thrown; the next statements are still looked at.
        }
        finally
        {
            (_origin, _where) = (outer, where);
        }
    }

    private Block BlockOf(IOperation? operation, bool always = false)
    {
        if (operation is null)
            return Block.Empty;
        var (statements, _) = Capture<object?>(
            () =>
            {
                if (operation is IBlockOperation block)
                    Statements(block.Operations);
                else
                    Statement(operation);
                return null;
            },
            always);
        return new Block(statements.ToEquatableArray());
    }

    private void StatementCore(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block when operation.Parent is null or IMethodBodyOperation or ILocalFunctionOperation or IAnonymousFunctionOperation:
                Statements(block.Operations);
                break;
            case IBlockOperation:
                Emit(BlockOf(operation, always: true));
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    Declaration(declaration);
                break;
            case IVariableDeclarationOperation declaration:
                Declaration(declaration);
                break;
            case IExpressionStatementOperation statement:
                Effect(statement.Operation);
                break;
            case IConditionalOperation conditional:
                If(conditional);
                break;
            case IReturnOperation { Kind: OperationKind.Return } statement:
                ReturnStatement(statement);
                break;
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch:
                Emit(new Exit(_labels[branch.Target]));
                break;
            case ISwitchOperation statement:
                Switch(statement);
                break;
            case IForEachLoopOperation loop:
                ForEach(loop);
                break;
            case IForLoopOperation loop:
                For(loop);
                break;
            case IWhileLoopOperation loop:
                While(loop);
                break;
            case IThrowOperation thrown:
                ThrowStatement(thrown);
                break;
            case IEmptyOperation or ILocalFunctionOperation:
                break;
            case IInvalidOperation:
                throw Silent();
            case IUsingDeclarationOperation or IUsingOperation:
                throw Unsupported(operation, "'using'", "open and close what you need outside, and pass the values in");
            case ITryOperation guarded:
                Try(guarded);
                break;
            case ILockOperation:
                throw Unsupported(operation, "'lock'", "a learnable method shares no state; take the lock in the caller");
            case IBranchOperation { BranchKind: BranchKind.GoTo } branch:
                Goto(branch);
                break;
            case ILabeledOperation { Operation: var labelled }:
                if (labelled is not null)
                    Statement(labelled);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } element }:
                Yield(operation, element);
                break;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                LeaveIterator(operation);
                break;
            default:
                throw Unsupported(operation, $"'{FirstToken(operation)}'", "write it with if, loops and assignments, or compute the value outside and pass it in");
        }
    }

    private static string FirstToken(IOperation operation) => operation.Syntax.GetFirstToken().Text;

    /// <summary>A branch; only the side that is taken where the condition is constant, as C#'s own flow analysis has it.</summary>
    private void If(IConditionalOperation conditional)
    {
        if (conditional.Condition.ConstantValue is { HasValue: true, Value: bool taken })
        {
            if ((taken ? conditional.WhenTrue : conditional.WhenFalse) is { } side)
                Emit(BlockOf(side));
            return;
        }

        var condition = Condition(conditional.Condition);
        if (condition is Constant decided)
        {
            // Known while translating: what an object is.
            Emit(BlockOf(decided.IsTrue ? conditional.WhenTrue : conditional.WhenFalse, always: true));
            return;
        }

        Emit(new If(condition, BlockOf(conditional.WhenTrue), BlockOf(conditional.WhenFalse)));
    }

    private void Declaration(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            var symbol = declarator.Symbol;
            if (symbol.IsConst)
                continue;
            if (symbol.IsRef)
            {
                var reference = declarator.GetVariableInitializer()!.Value;
                _scope.Set(symbol, BindReferenceLocal(symbol, reference), _region);
                continue;
            }

            var initializer = declarator.GetVariableInitializer()?.Value;
            if (initializer is not null && Markers.Find(initializer) is { } marker)
            {
                DeclareMarked(symbol, marker);
                continue;
            }

            if (initializer is null && IsList(symbol.Type) && !IsStored(symbol.Type))
            {
                _scope.Set(symbol, NoList(ListKindOf(symbol.Type)!.Value, ElementOfList(symbol.Type)!), _region);
                continue;
            }

            if (initializer is null && !IsStored(symbol.Type) && ShapeOf(symbol.Type) is { } shape)
            {
                _scope.Set(symbol, NoMap(shape), _region);
                continue;
            }

            if (initializer is null ? MayBeKnown(symbol.Type) : IsSymbolic(initializer))
            {
                var binding = FunctionVariable(symbol, declarator, initializer) ?? (initializer is null ? new UnassignedBinding() : Bind(initializer));
                _scope.Set(symbol, _written.Contains(symbol) ? AsVariable(binding) : binding, _region);
                continue;
            }

            var type = HeldType(symbol.Type, declarator.Syntax.GetLocation());
            if (IsRectangular(symbol.Type))
            {
                var array = initializer is IArrayCreationOperation made ? RectangularOf(made, symbol.Name) : initializer is null ? null : Whole(initializer);
                if (!_hoisted.Contains(symbol))
                    DeclareRectangular(symbol, (StructType)type, array);
                else if (array is not null)
                    AssignRectangular((RectangularBinding)_scope.Find(symbol)!, array);
                continue;
            }

            var value = initializer is null ? null : Coerce(Whole(initializer), type);
            if (_hoisted.Contains(symbol))
            {
                if (value is not null)
                    Emit(new Assign(PlaceOfVariable(declarator, symbol), value));
                continue;
            }

            if (!DeclareChosen(symbol, type, value))
                DeclareLocal(symbol, type, value);
        }
    }

    private Local DeclareLocal(ILocalSymbol symbol, IrType type, Expression? value)
    {
        var local = NewLocal(type, symbol.Name);
        _scope.Set(symbol, new LocalBinding(local), _region);
        Emit(new Declare(local, value));
        if (value is not null && local.Type is ArrayType && IsShared(value))
            _shared.Add(local);
        if (value is not null && !_written.Contains(symbol))
            MarkStable(local, value);
        return local;
    }

    private void ReturnStatement(IReturnOperation statement)
    {
        if (_frame is { } frame)
        {
            ReturnInlined(frame, statement);
            return;
        }

        if (statement.ReturnedValue is null || _result is null)
        {
            if (statement.ReturnedValue is { } effect)
                Effect(effect);
            if (!statement.IsImplicit)
                Emit(new Return([]));
            return;
        }

        var value = Coerce(Value(statement.ReturnedValue), _result);
        if (value.Type is ArrayType { Kind: not ArrayKind.ReadOnlySpan } && IsShared(value))
            throw Fail(Rules.OutsideState, statement.ReturnedValue.Syntax.GetLocation(), "A static array", "copy it into an array of the method before returning it");
        if (!EndsControl(_out))
            Emit(new Return([value]));
    }

    /// <summary>Whether control cannot leave the end of the statements.</summary>
    private static bool EndsControl(List<Statement> statements) => statements.Count > 0 && statements[statements.Count - 1] is Throw or Return or Exit;

    private void ThrowStatement(IThrowOperation thrown)
    {
        if (thrown.Exception is null)
            throw Unsupported(thrown, "'throw' without a value", "a learnable method catches no exceptions");
        _throws++;
        try
        {
            var exception = Unwrap(thrown.Exception) is IObjectCreationOperation creation
                ? ExternNew(creation)
                : Value(thrown.Exception);
            Emit(new Throw(exception is Extern made ? made with { Purity = Purity.Pure } : new Extern(exception.Type, "{0}", [exception], Purity.Pure)));
        }
        finally
        {
            _throws--;
        }
    }

    /// <summary>Translates an expression for its effects only.</summary>
    private void Effect(IOperation operation)
    {
        switch (operation)
        {
            case IConditionalAccessOperation access:
                AccessedEffect(access);
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation } assignment:
                // It may throw.
                Keep(Bind(assignment.Value));
                break;
            case ISimpleAssignmentOperation { IsRef: false, Target: not IDiscardOperation } assignment when IsSymbolic(assignment.Value) && !IsMember(assignment.Target):
                Rebind(assignment, assignment.Target, Bind(assignment.Value));
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment when IsMember(assignment.Target):
                StoreTo(assignment, assignment.Target, _ => Bind(assignment.Value));
                break;
            case ISimpleAssignmentOperation assignment:
                Assignment(assignment);
                break;
            case IIncrementOrDecrementOperation step:
                Step(step);
                break;
            case IInvocationOperation invocation:
                Invocation(invocation, isUsed: false);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction);
                break;
            case IThrowOperation thrown:
                ThrowStatement(thrown);
                break;
            case IParenthesizedOperation parenthesized:
                Effect(parenthesized.Operand);
                break;
            case IConversionOperation { IsImplicit: true } conversion:
                Effect(conversion.Operand);
                break;
            default:
                Bind(operation);
                break;
        }
    }

    /// <summary>An expression without parentheses and implicit identity conversions around it.</summary>
    private static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion when conversion.Conversion.IsReference || conversion.Conversion.IsIdentity:
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
